import type { Job, JobSpec } from 'kubernetes-types/batch/v1.js'
import { restartPolicyOf } from './around.ts'
import { below } from './at.ts'
import { all, between, fields, isEmpty, join, none, oneOf, refuse, type Check } from './check.ts'
import { failurePolicy } from './failure-policy.ts'
import { jobSelection } from './job-selection.ts'
import { labelSelector } from './labels.ts'
import { exampleName, objectMeta } from './metadata.ts'
import { objectOf } from './object-of.ts'
import { podTemplate } from './pod.ts'
import { successPolicy } from './success-policy.ts'
import { text } from './texts.ts'

const notNegative = between(0)
const most = { parallelism: 100_000, failed: 100_000, many: 100_000, parallelismOfMany: 10_000, failedOfMany: 10_000 }
const longestManager = 63

const isIndexed = ({ completionMode }: JobSpec): boolean => completionMode === 'Indexed'

/** A domain, `/` and a path: which controller looks after the Job. */
const managedBy: Check<string> = (value, at, around) => {
  if (value === '') return refuse('value-required', { field: 'managedBy' }, at)
  if (value.length > longestManager)
    return refuse('too-large', { size: value.length, limit: longestManager, unit: 'characters' }, at)
  const slash = value.indexOf('/')
  const path = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(value.slice(slash + 1))
  if (slash < 1 || !path) return refuse('value-malformed', { value, form: 'domain-and-path' }, at)
  return text('subdomain')(value.slice(0, slash), at, around)
}

/** Source: pkg/apis/batch/v1 `SetDefaults_Job`: with neither given, both are 1. */
const completionsOf = ({ completions, parallelism }: JobSpec): number | undefined =>
  completions === undefined && parallelism === undefined ? 1 : completions

const indexed: Check<JobSpec> = (spec, at) => {
  if (!isIndexed(spec)) return none
  const { parallelism = 1, maxFailedIndexes: failed, backoffLimitPerIndex } = spec
  const completions = completionsOf(spec)
  const many = completions !== undefined && completions > most.many && backoffLimitPerIndex !== undefined
  const atOnce = many ? most.parallelismOfMany : most.parallelism
  const bearable = Math.min(many ? most.failedOfMany : most.failed, completions ?? Infinity)
  const missing =
    completions === undefined ? refuse('value-required', { field: 'completions' }, below(at, 'completions')) : none
  const uncapped =
    many && failed === undefined
      ? refuse('value-required', { field: 'maxFailedIndexes' }, below(at, 'maxFailedIndexes'))
      : none
  const wide =
    parallelism > atOnce ? refuse('out-of-range', { value: parallelism, max: atOnce }, below(at, 'parallelism')) : none
  const over =
    (failed ?? 0) > bearable
      ? refuse('out-of-range', { value: failed ?? 0, max: bearable }, below(at, 'maxFailedIndexes'))
      : none
  return [missing, uncapped, wide, over].reduce(join, none)
}

const onlyIndexed = ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy'] as const

const notIndexed: Check<JobSpec> = (spec, at) =>
  onlyIndexed.reduce((found, field) => {
    if (isIndexed(spec) || spec[field] === undefined) return found
    return join(found, refuse('contradiction', { rule: 'needs-indexed' }, below(at, field)))
  }, none)

const limitPerIndex: Check<JobSpec> = ({ maxFailedIndexes, backoffLimitPerIndex }, at) =>
  maxFailedIndexes === undefined || backoffLimitPerIndex !== undefined
    ? none
    : refuse('value-required', { field: 'backoffLimitPerIndex' }, below(at, 'backoffLimitPerIndex'))

const policies: Check<JobSpec> = (spec, at, around) => {
  const { podFailurePolicy, successPolicy: success, podReplacementPolicy } = spec
  const failure = podFailurePolicy ? failurePolicy(podFailurePolicy, below(at, 'podFailurePolicy'), spec) : none
  const completions = completionsOf(spec)
  const won =
    success && isIndexed(spec) && completions !== undefined
      ? successPolicy(success, below(at, 'successPolicy'), completions)
      : none
  const allowed = podFailurePolicy ? ['Failed'] : ['Failed', 'TerminatingOrFailed']
  const replaced =
    podReplacementPolicy === undefined
      ? none
      : oneOf(...allowed)(podReplacementPolicy, below(at, 'podReplacementPolicy'), around)
  return [failure, won, replaced].reduce(join, none)
}

const ends: Check<JobSpec> = ({ template, podFailurePolicy }, at) => {
  const place = below(at, 'template', 'spec', 'restartPolicy')
  const policy = restartPolicyOf(template?.spec ?? { containers: [] })
  if (policy === 'Always') return refuse('restart-policy-missing', { allowed: ['Never', 'OnFailure'] }, place)
  return podFailurePolicy && policy === 'OnFailure'
    ? refuse('contradiction', { rule: 'failure-policy-restarts' }, place)
    : none
}

const spec: Check<JobSpec> = all(
  fields<JobSpec>({
    parallelism: notNegative,
    completions: notNegative,
    activeDeadlineSeconds: notNegative,
    backoffLimit: notNegative,
    ttlSecondsAfterFinished: notNegative,
    backoffLimitPerIndex: notNegative,
    maxFailedIndexes: notNegative,
    managedBy,
    completionMode: oneOf('Indexed', 'NonIndexed'),
    selector: labelSelector,
    template: podTemplate,
  }),
  limitPerIndex,
  indexed,
  notIndexed,
  policies,
  ends,
)

const hostname = text('label')

/** The pods of an indexed Job are called after it and their number. */
const podsNamed: Check<Job> = ({ metadata = {}, spec: inside }, at, around) => {
  const name = metadata.name || (isEmpty(metadata.generateName) ? '' : exampleName(metadata.generateName ?? ''))
  const completions = inside === undefined || !isIndexed(inside) ? undefined : completionsOf(inside)
  if (name === '' || completions === undefined || completions < 1) return none
  const pod = `${name}-${completions - 1}`
  return hostname(pod, at, around).length === 0
    ? none
    : refuse('indexed-name-unfit', { name, pod, length: pod.length }, below(at, 'metadata', 'name'))
}

/** Source: pkg/apis/batch/validation `ValidateJob`. */
export const job: Check<Job> = all<Job>(
  objectOf(objectMeta('subdomain'), spec, { template: {} }),
  podsNamed,
  jobSelection,
)
