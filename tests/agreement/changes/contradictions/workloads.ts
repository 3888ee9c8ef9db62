import type { Contradictions } from './rows.ts'
import type { JsonObject } from '../../../../scripts/model/json.ts'

const expression = (operator: string, ...values: readonly string[]): JsonObject => ({ key: 'app', operator, values })
const label = { matchLabels: { app: 'x' } }

/** Jobs and Deployments. */
export const workloads: Contradictions = {
  JobSpec: [
    { completionMode: 'Indexed' },
    { completionMode: 'Indexed', parallelism: 100_001, completions: 100_001 },
    {
      completionMode: 'Indexed',
      parallelism: 10_001,
      completions: 100_001,
      backoffLimitPerIndex: 1,
      maxFailedIndexes: 10_001,
    },
    { completionMode: 'Indexed', completions: 5, maxFailedIndexes: 6, backoffLimitPerIndex: 1 },
    { completionMode: 'NonIndexed', maxFailedIndexes: 1, backoffLimitPerIndex: 1 },
    { completionMode: 'NonIndexed', successPolicy: { rules: [{ succeededCount: 1 }] } },
    { completionMode: 'Indexed', completions: 5, successPolicy: { rules: [{ succeededIndexes: '0-9' }] } },
    {
      completionMode: 'Indexed',
      completions: 5,
      successPolicy: { rules: [{ succeededIndexes: '1-2', succeededCount: 3 }] },
    },
    { completionMode: 'Indexed', completions: 5, successPolicy: { rules: [{}] } },
    { podReplacementPolicy: 'TerminatingOrFailed', podFailurePolicy: { rules: [] } },
    { podFailurePolicy: { rules: [{ action: 'FailIndex', onExitCodes: { operator: 'In', values: [1] } }] } },
    { podFailurePolicy: { rules: [{ action: 'Ignore', onExitCodes: { operator: 'In', values: [0, 0] } }] } },
    { podFailurePolicy: { rules: [{ action: 'Count', onExitCodes: { operator: 'NotIn', values: [2, 1] } }] } },
    {
      podFailurePolicy: {
        rules: [{ action: 'Count', onExitCodes: { operator: 'In', values: [1], containerName: 'x' } }],
      },
    },
    { podFailurePolicy: { rules: [{ action: 'Count' }] } },
    { manualSelector: true },
    { manualSelector: true, selector: label },
    { selector: label },
    { selector: {} },
    { selector: { matchExpressions: [expression('DoesNotExist')] } },
    { managedBy: 'x' },
    { managedBy: 'a.b/' },
    { parallelism: 0, completions: 0 },
  ],
  DeploymentSpec: [
    { selector: { matchLabels: { app: 'other' } } },
    { selector: {} },
    { selector: { matchExpressions: [expression('In', 'x')] } },
    { selector: { matchExpressions: [expression('NotIn', 'x')] } },
    { strategy: { type: 'Recreate', rollingUpdate: {} } },
    { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } },
    { strategy: { rollingUpdate: { maxSurge: '0%', maxUnavailable: '0%' } } },
    { strategy: { rollingUpdate: { maxUnavailable: '101%' } } },
    { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '101%' } } },
    { progressDeadlineSeconds: 5, minReadySeconds: 5 },
    { minReadySeconds: 600 },
  ],
}
