import type {
  Deployment,
  DeploymentSpec,
  DeploymentStrategy,
  RollingUpdateDeployment,
} from 'kubernetes-types/apps/v1.js'
import { below } from './at.ts'
import { all, between, fields, isEmpty, join, none, oneOf, refuse, type Check } from './check.ts'
import { labelSelector } from './labels.ts'
import { objectMeta } from './metadata.ts'
import { objectOf } from './object-of.ts'
import { podTemplate } from './pod.ts'
import { matches } from './selects.ts'
import { text } from './texts.ts'
import { restartPolicyOf } from './around.ts'

const notNegative = between(0)
const percent = text('percent')

/** A count of pods, or a share of them. */
const share: Check<number | string> = (value, at, around) =>
  typeof value === 'number' ? notNegative(value, at, around) : percent(value, at, around)

const asNumber = (value: number | string): number =>
  typeof value === 'number' ? value : Number.parseInt(value, 10) || 0

const quarter = '25%'

const moves: Check<RollingUpdateDeployment> = ({ maxUnavailable = quarter, maxSurge = quarter }, at) => {
  const place = below(at, 'maxUnavailable')
  if (asNumber(maxUnavailable) === 0 && asNumber(maxSurge) === 0)
    return refuse('contradiction', { rule: 'update-never-moves' }, place)
  const over = typeof maxUnavailable === 'string' && asNumber(maxUnavailable) > 100
  return over ? refuse('out-of-range', { value: asNumber(maxUnavailable), max: 100 }, place) : none
}

const rolling: Check<RollingUpdateDeployment> = all(
  fields<RollingUpdateDeployment>({ maxUnavailable: share, maxSurge: share }),
  moves,
)

const strategy: Check<DeploymentStrategy> = ({ type = '', rollingUpdate }, at, around) => {
  const place = below(at, 'rollingUpdate')
  if (type === 'Recreate') {
    return rollingUpdate === undefined
      ? none
      : refuse('field-forbidden', { field: 'rollingUpdate', because: 'recreate' }, place)
  }
  if (type !== '')
    return join(
      oneOf('Recreate', 'RollingUpdate')(type, at, around),
      rollingUpdate ? rolling(rollingUpdate, place, around) : none,
    )
  return rollingUpdate ? rolling(rollingUpdate, place, around) : none
}

const selection: Check<DeploymentSpec> = ({ selector, template }, at) => {
  const place = below(at, 'selector')
  if (selector === undefined) return refuse('value-required', { field: 'selector' }, place)
  if (isEmpty(Object.keys(selector.matchLabels ?? {})) && isEmpty(selector.matchExpressions))
    return refuse('selector-empty', { kind: 'Deployment' }, place)
  const unreadable = labelSelector(selector, place, undefined).length > 0
  if (unreadable || matches(selector, template?.metadata?.labels ?? {})) return none
  return refuse('selector-mismatch', { kind: 'Deployment' }, below(at, 'template', 'metadata', 'labels'))
}

const alwaysRunning: Check<DeploymentSpec> = ({ template }, at) => {
  const spec = template?.spec
  const place = below(at, 'template', 'spec')
  if (spec === undefined) return none
  const policy = restartPolicyOf(spec)
  const found =
    policy === 'Always'
      ? none
      : refuse(
          'restart-policy-unfit',
          { policy, allowed: ['Always'], kind: 'Deployment' },
          below(place, 'restartPolicy'),
        )
  if (spec.activeDeadlineSeconds === undefined) return found
  return join(
    found,
    refuse(
      'field-forbidden',
      { field: 'activeDeadlineSeconds', because: 'deployment' },
      below(place, 'activeDeadlineSeconds'),
    ),
  )
}

/** How long without progress is failure; 600 s by default. */
const deadline: Check<DeploymentSpec> = ({ progressDeadlineSeconds = 600, minReadySeconds = 0 }, at) =>
  progressDeadlineSeconds > minReadySeconds
    ? none
    : refuse('contradiction', { rule: 'deadline-before-ready' }, below(at, 'progressDeadlineSeconds'))

const spec: Check<DeploymentSpec> = all(
  selection,
  fields<DeploymentSpec>({
    replicas: notNegative,
    selector: labelSelector,
    template: podTemplate,
    strategy,
    minReadySeconds: notNegative,
    revisionHistoryLimit: notNegative,
    progressDeadlineSeconds: notNegative,
  }),
  alwaysRunning,
  deadline,
)

/** What the server reads where there is no spec. */
const emptySpec = { template: {} } as DeploymentSpec

/** Source: pkg/apis/apps/validation `ValidateDeployment`. */
export const deployment: Check<Deployment> = objectOf(objectMeta('subdomain'), spec, emptySpec)
