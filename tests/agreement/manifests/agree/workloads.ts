import type { JsonObject } from '../../../../scripts/model/json.ts'
import { eachOf, without, type Agree, type Agrees } from '../make.ts'
import { withRestartPolicy } from './pod-spec.ts'

/** What admission plugins of every server fill in by themselves. */
const pod: Agree = (made, draw) => {
  const spec = without(made['spec'] as JsonObject, 'priority', 'preemptionPolicy', 'overhead')
  return { ...made, spec: withRestartPolicy(spec, draw.pick(['Always', 'Never', 'OnFailure', ''])) }
}

const deployment: Agree = (made) => {
  const spec = made['spec'] as JsonObject
  const { metadata = {}, spec: inside } = spec['template'] as { metadata?: JsonObject; spec: JsonObject }
  const labels = { ...(metadata['labels'] as JsonObject | undefined), app: 'x' }
  const expression = { key: 'app', operator: 'In', values: ['x', 'y'] }
  const selector = { matchLabels: { app: 'x' }, ...('paused' in spec && { matchExpressions: [expression] }) }
  const pods = withRestartPolicy(without(inside, 'activeDeadlineSeconds'), 'Always')
  return { ...made, spec: { ...spec, selector, template: { metadata: { ...metadata, labels }, spec: pods } } }
}

const strategy: Agree = (made) => (made['type'] === 'Recreate' ? without(made, 'rollingUpdate') : made)

const ofIndexes = ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy']

const jobSpec: Agree = (made, draw) => {
  const indexed = made['completionMode'] === 'Indexed'
  const counted = indexed ? { completions: draw.int(2, 9), ...made } : without(made, ...ofIndexes)
  const limited = 'backoffLimitPerIndex' in counted ? counted : without(counted, 'maxFailedIndexes')
  return selected(ending(limited, draw))
}

/** How its pods end: never for good with `Always`, and for good with a policy about failures. */
function ending(spec: JsonObject, draw: Parameters<Agree>[1]): JsonObject {
  const policy = spec['podFailurePolicy'] as JsonObject | undefined
  const template = spec['template'] as { spec: JsonObject }
  const restart = policy === undefined ? draw.pick(['Never', 'OnFailure']) : 'Never'
  const so = { ...spec, template: { ...template, spec: withRestartPolicy(template.spec, restart) } }
  if (policy === undefined) return so
  const perIndex = 'backoffLimitPerIndex' in spec
  const judged = eachOf(policy, 'rules', (rule) =>
    rule['action'] === 'FailIndex' && !perIndex ? { ...rule, action: 'Count' } : rule,
  )
  return { ...so, podFailurePolicy: judged, ...('podReplacementPolicy' in so && { podReplacementPolicy: 'Failed' }) }
}

function selected(spec: JsonObject): JsonObject {
  if (spec['manualSelector'] !== true) return without(spec, 'selector')
  const { metadata = {}, ...template } = spec['template'] as { metadata?: JsonObject }
  const labels = { ...(metadata['labels'] as JsonObject | undefined), app: 'x' }
  return {
    ...spec,
    selector: { matchLabels: { app: 'x' } },
    template: { ...template, metadata: { ...metadata, labels } },
  }
}

export const workloads: Agrees = {
  Pod: pod,
  Deployment: deployment,
  DeploymentStrategy: strategy,
  JobSpec: jobSpec,
}
