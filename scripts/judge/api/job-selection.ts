import type { Job } from 'kubernetes-types/batch/v1.js'
import { below } from './at.ts'
import { isEmpty, join, none, refuse, type Check } from './check.ts'
import { labelSelector, type Marks } from './labels.ts'
import { matches } from './selects.ts'

const nameKeys = ['job-name', 'batch.kubernetes.io/job-name']
const uidKeys = ['controller-uid', 'batch.kubernetes.io/controller-uid']
const generatedKeys = [...nameKeys, ...uidKeys]
const longestName = 63

/** Nobody can know it before the server makes it. */
const uid = '\u0000'

const generatedFor = (name: string): Marks =>
  Object.fromEntries([...nameKeys.map((key) => [key, name]), ...uidKeys.map((key) => [key, uid])])

/** The labels by which the server finds the Job's pods are its own. */
const ownLabels: Check<Job> = ({ metadata, spec }, at) => {
  const labels = spec?.template?.metadata?.labels ?? {}
  if (!generatedKeys.some((key) => Object.hasOwn(labels, key))) return none
  const generated = generatedFor(metadata?.name ?? '')
  return Object.entries(generated).reduce((found, [key, value]) => {
    if (!Object.hasOwn(labels, key) || labels[key] === value) return found
    const place = below(at, 'spec', 'template', 'metadata', 'labels', key)
    return join(found, refuse('contradiction', { rule: 'label-made-by-server' }, place))
  }, none)
}

/** The name becomes a label of every pod; the server names the place of the labels. */
const nameFits: Check<Job> = ({ metadata }, at) => {
  const value = metadata?.name ?? ''
  if (value.length <= longestName) return none
  return refuse(
    'name-too-long',
    { value, length: value.length, limit: longestName, form: 'label-value' },
    below(at, 'metadata', 'name'),
  )
}

/** Source: pkg/registry/batch/job `generateSelector`, pkg/apis/batch/validation `validateGeneratedSelector`. */
export const jobSelection: Check<Job> = (job, at, around) => {
  const { manualSelector, selector, template } = job.spec ?? { template: {} }
  const labels = template?.metadata?.labels ?? {}
  const place = below(at, 'spec', 'selector')
  if (manualSelector === true) {
    if (selector === undefined) return refuse('value-required', { field: 'selector' }, place)
    const unreadable = labelSelector(selector, place, around).length > 0
    return unreadable || matches(selector, labels)
      ? none
      : refuse('selector-mismatch', { kind: 'Job' }, below(at, 'spec', 'template', 'metadata', 'labels'))
  }
  const found = join(ownLabels(job, at, around), nameFits(job, at, around))
  if (selector === undefined || isEmpty(Object.keys(selector))) return found
  const generated = generatedFor(job.metadata?.name ?? '')
  const picks = matches(selector, generated) && matches(selector, { ...generated, ...labels })
  return picks ? found : join(found, refuse('contradiction', { rule: 'selector-made-by-server' }, place))
}
