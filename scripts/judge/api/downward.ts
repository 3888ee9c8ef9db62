import type {
  DownwardAPIVolumeFile,
  DownwardAPIVolumeSource,
  ObjectFieldSelector,
  ResourceFieldSelector,
} from 'kubernetes-types/core/v1.js'
import { nanos } from '../../model/quantity.ts'
import { below } from './at.ts'
import { all, each, fields, join, needs, none, refuse, type Check } from './check.ts'
import { relativeAndFree } from './file-paths.ts'
import { fileMode } from './keys-to-paths.ts'
import { quantity, type Amount } from './quantity-rules.ts'
import { lowered, qualifiedName } from './texts.ts'

const ofEveryPod = ['metadata.name', 'metadata.namespace', 'metadata.uid']
const inEnvironment = [
  ...ofEveryPod,
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]
const inFiles = [...ofEveryPod, 'metadata.labels', 'metadata.annotations']

/** `spec.host` is what `spec.nodeName` was called once; the server still reads it. */
const today = (path: string): string => (path === 'spec.host' ? 'spec.nodeName' : path)

const subscript = /^(.+?)\['(.*)'\]$/s

function fieldPath(known: readonly string[]): Check<ObjectFieldSelector> {
  return ({ fieldPath: path }, at, around) => {
    const [, marks, key = ''] = subscript.exec(path) ?? []
    if (marks === 'metadata.labels') return qualifiedName(key, at, around)
    if (marks === 'metadata.annotations') return qualifiedName(lowered(key), at, around)
    if (path === '' || known.includes(today(path))) return none
    return refuse('value-unsupported', { value: path, allowed: known }, below(at, 'fieldPath'))
  }
}

const apiVersion: Check<ObjectFieldSelector> = fields<ObjectFieldSelector>({
  apiVersion: (value, at) =>
    value === 'v1' || value === '' ? none : refuse('value-unsupported', { value, allowed: ['v1'] }, at),
})

/** A fact about the pod for an environment variable. Source: pkg/apis/core/validation `validateObjectFieldSelector`. */
export const environmentField: Check<ObjectFieldSelector> = all(
  needs<ObjectFieldSelector>('fieldPath'),
  fieldPath(inEnvironment),
  apiVersion,
)

const fileField: Check<ObjectFieldSelector> = all(
  needs<ObjectFieldSelector>('fieldPath'),
  fieldPath(inFiles),
  apiVersion,
)

const amounts = ['cpu', 'memory', 'ephemeral-storage'].flatMap((name) => [`limits.${name}`, `requests.${name}`])
const hugePages = /^(?:limits|requests)\.hugepages-/
const decimal = ['', 'k', 'M', 'G', 'T', 'P', 'E'].map((suffix) => nanos(`1${suffix}`))
const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((suffix) => nanos(`1${suffix}`))

/** Whole numbers that the server keeps as they are written, though not in their shortest form. */
const clumsy = /^(?:\+|0\d)|[eE]\+?\d|\.(?!\d)/

/** The server compares what is written in its shortest form, so `1024` is not `1Ki`. */
function divisorsFor(resource: string, written: string): readonly (bigint | undefined)[] {
  if (clumsy.test(written)) return []
  if (/[eE]-\d/.test(written)) return decimal.slice(0, 1)
  if (resource.endsWith('.cpu')) return [nanos('1m'), nanos('1')]
  return written.endsWith('i') ? binary : decimal
}

interface Selector {
  readonly resource: string
  readonly divisor?: Amount
}

const divisor: Check<Selector> = ({ resource, divisor: written }, at, around) => {
  if (written === undefined) return none
  const value = String(written)
  const place = below(at, 'divisor')
  const unreadable = quantity(value, place, around)
  const amount = nanos(value)
  const known = amounts.includes(resource) || hugePages.test(resource)
  if (amount === undefined) return unreadable
  if (!known || amount === 0n || divisorsFor(resource, value).includes(amount)) return none
  return refuse('value-malformed', { value, form: 'divisor' }, place)
}

function resourceField(inFile: boolean): Check<ResourceFieldSelector> {
  return (selector, at, around) => {
    const missing = inFile
      ? needs<ResourceFieldSelector>('containerName', 'resource')
      : needs<ResourceFieldSelector>('resource')
    const found = join(missing(selector, at, around), divisor(selector, at, around))
    const value = selector.resource ?? ''
    if (value === '' || amounts.includes(value) || hugePages.test(value)) return found
    return join(found, refuse('value-unsupported', { value, allowed: amounts }, below(at, 'resource')))
  }
}

export const environmentResource = resourceField(false)

const oneOrigin: Check<DownwardAPIVolumeFile> = ({ fieldRef, resourceFieldRef }, at) => {
  const members = ['fieldRef', 'resourceFieldRef']
  if (fieldRef && resourceFieldRef) return refuse('only-one-of', { fields: members }, at)
  return fieldRef || resourceFieldRef ? none : refuse('one-of-required', { fields: members }, at)
}

/** Files with facts about the pod. Source: pkg/apis/core/validation `validateDownwardAPIVolumeFile`. */
export const downwardFiles = each(
  all(
    needs<DownwardAPIVolumeFile>('path'),
    oneOrigin,
    fields<DownwardAPIVolumeFile>({
      path: relativeAndFree,
      mode: fileMode,
      fieldRef: fileField,
      resourceFieldRef: resourceField(true),
    }),
  ),
)

export const downwardVolume: Check<DownwardAPIVolumeSource> = fields<DownwardAPIVolumeSource>({
  defaultMode: fileMode,
  items: downwardFiles,
})
