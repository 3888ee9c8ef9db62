import { isDeepStrictEqual } from 'node:util'
import type { ManagedFieldsEntry, ObjectMeta, OwnerReference } from 'kubernetes-types/meta/v1.js'
import { below } from './at.ts'
import { all, between, each, fields, given, isEmpty, none, refuse, refuseByLab, type Check } from './check.ts'
import { annotations, labels } from './labels.ts'
import { prefixOf, qualifiedName, text } from './texts.ts'

const foreground = 'foregroundDeletion'
const standardFinalizers = new Set(['kubernetes', 'orphan', foreground])

const finalizer: Check<string> = (value, at, around) => {
  const found = qualifiedName(value, at, around)
  if (found.length > 0 || value.includes('/') || standardFinalizers.has(value)) return found
  return refuse('value-malformed', { value, form: 'finalizer' }, at)
}

const oneDeletion: Check<readonly string[]> = (list, at) =>
  list.includes('orphan') && list.includes(foreground) ? refuse('contradiction', { rule: 'two-finalizers' }, at) : none

const filled: Check<string> = (value, at) =>
  value === '' ? refuse('value-malformed', { value, form: 'not-empty' }, at) : none

const noOwner: OwnerReference = { apiVersion: '', kind: '', name: '', uid: '' }

/** A version, or a group, `/` and a version. */
const version: Check<string> = (value, at) => {
  const parts = value.split('/')
  return parts.length > 2 || parts.at(-1) === '' ? refuse('value-malformed', { value, form: 'api-version' }, at) : none
}

const notEvent: Check<OwnerReference> = ({ apiVersion, kind }, at) =>
  apiVersion === 'v1' && kind === 'Event' ? refuse('contradiction', { rule: 'owned-by-event' }, at) : none

const ofOwner = fields<OwnerReference>({ apiVersion: version, kind: filled, name: filled, uid: filled })

/** What is missing is empty. */
const oneOwner: Check<OwnerReference> = all(
  (owner, at, around) => ofOwner({ ...noOwner, ...owner }, at, around),
  notEvent,
)

/** An owner told twice is one: the server drops the second. Source: apiserver `dedupOwnerReferences`. */
const oneController: Check<readonly OwnerReference[]> = (list, at) => {
  const controllers = list.filter((owner) => owner.controller === true)
  const different = controllers.filter((owner) => !isDeepStrictEqual(owner, controllers[0]))
  return different.length > 0 ? refuse('contradiction', { rule: 'two-controllers' }, at) : none
}

const nameGiven: Check<ObjectMeta> = (meta, at) =>
  isEmpty(meta.name) && isEmpty(meta.generateName)
    ? refuse('value-required', { field: 'name' }, below(at, 'name'))
    : none

/** A name such as the server makes: it cuts the beginning and adds five characters. Source: apiserver `pkg/storage/names`. */
export const exampleName = (beginning: string): string => `${beginning.slice(0, 58)}xxxxx`

/** A beginning that is right by itself may still make no name: `a.-`. */
function generatedName(form: 'subdomain' | 'service-name'): Check<ObjectMeta> {
  const whole = text(form)
  const beginning = prefixOf(whole)
  return ({ name, generateName = '' }, at, around) => {
    if (!isEmpty(name) || generateName === '') return none
    const told = beginning(generateName, below(at, 'generateName'), around).length > 0
    return told ? none : whole(exampleName(generateName), below(at, 'name'), around)
  }
}

/** The server counts the generations of Pods, Jobs, Deployments and Ingresses itself, whatever is written; of others it takes what is written. */
export const ownGeneration: Check<ObjectMeta> = fields<ObjectMeta>({ generation: between(0) })

/** The server looks at it only when it writes, so no dry run tells. Source: apiserver `pkg/storage/etcd3` `Create`. */
const newObject: Check<string> = (value, at) =>
  /^[0-9]*[1-9][0-9]*$/.test(value)
    ? refuse('field-forbidden', { field: 'resourceVersion', because: 'of-existing-objects' }, at)
    : none

/**
 * Who wrote which fields is the server's to say. It judges these where it can read the whole entry, and forgets the entry where it cannot.
 * Source: apimachinery `ValidateManagedFields`.
 */
function writtenBy(longest: number): Check<string> {
  return (value, at) => {
    const isPlain = Buffer.byteLength(value) <= longest && /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u.test(value)
    return isPlain ? none : refuseByLab('field-manager-odd', { value }, at)
  }
}

/** What every object says of itself; the form of its name differs by kind. Source: apimachinery `ValidateObjectMeta`. */
export function objectMeta(form: 'subdomain' | 'service-name'): Check<ObjectMeta> {
  return all<ObjectMeta>(
    nameGiven,
    generatedName(form),
    fields<ObjectMeta>({
      name: given(text(form)),
      generateName: given(prefixOf(text(form))),
      namespace: given(text('label')),
      labels,
      annotations,
      resourceVersion: newObject,
      ownerReferences: all(each(oneOwner), oneController),
      finalizers: all(each(finalizer), oneDeletion),
      managedFields: each(fields<ManagedFieldsEntry>({ manager: writtenBy(128), subresource: writtenBy(256) })),
    }),
  )
}

/** The metadata of the pods that a workload makes: no name, no owner. */
export const templateMeta: Check<ObjectMeta> = fields<ObjectMeta>({ labels, annotations })
