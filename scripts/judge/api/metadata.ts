import type { ObjectMeta, OwnerReference } from 'kubernetes-types/meta/v1.js'
import { below } from './at.ts'
import { all, between, each, fields, given, isEmpty, none, refuse, type Check } from './check.ts'
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

/** A version, or a group, `/` and a version. */
const version: Check<string> = (value, at) => {
  const parts = value.split('/')
  return parts.length > 2 || parts.at(-1) === '' ? refuse('value-malformed', { value, form: 'api-version' }, at) : none
}

const notEvent: Check<OwnerReference> = ({ apiVersion, kind }, at) =>
  apiVersion === 'v1' && kind === 'Event' ? refuse('contradiction', { rule: 'owned-by-event' }, at) : none

const oneOwner = all(fields<OwnerReference>({ apiVersion: version, kind: filled, name: filled, uid: filled }), notEvent)

const oneController: Check<readonly OwnerReference[]> = (list, at) =>
  list.filter((owner) => owner.controller === true).length > 1
    ? refuse('contradiction', { rule: 'two-controllers' }, at)
    : none

const nameGiven: Check<ObjectMeta> = (meta, at) =>
  isEmpty(meta.name) && isEmpty(meta.generateName)
    ? refuse('value-required', { field: 'name' }, below(at, 'name'))
    : none

/** The server counts the generations of Pods, Jobs, Deployments and Ingresses itself, whatever is written; of others it takes what is written. */
export const ownGeneration: Check<ObjectMeta> = fields<ObjectMeta>({ generation: between(0) })

/** What every object says of itself; the form of its name differs by kind. Source: apimachinery `ValidateObjectMeta`. */
export function objectMeta(form: 'subdomain' | 'service-name'): Check<ObjectMeta> {
  return all<ObjectMeta>(
    nameGiven,
    fields<ObjectMeta>({
      name: given(text(form)),
      generateName: given(prefixOf(text(form))),
      namespace: given(text('label')),
      labels,
      annotations,
      ownerReferences: all(each(oneOwner), oneController),
      finalizers: all(each(finalizer), oneDeletion),
    }),
  )
}

/** The metadata of the pods that a workload makes: no name, no owner. */
export const templateMeta: Check<ObjectMeta> = fields<ObjectMeta>({ labels, annotations })
