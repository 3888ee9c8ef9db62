import { expect, test } from 'vitest'
import { regionsOf } from './regions-of.ts'
import type { Json, JsonObject } from '../../../model/json.ts'

const label = 'topology.kubernetes.io/region'
const inside = (...values: string[]) => ({ key: label, operator: 'In', values })
const card = { key: 'nvidia.com/gpu.product', operator: 'In', values: ['NVIDIA-A10'] }
const terms = (...all: JsonObject[][]): JsonObject => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: all.map((matchExpressions) => ({ matchExpressions })),
      },
    },
  },
})

test.each<[string, Json | undefined, readonly string[] | undefined]>([
  ['nothing', {}, undefined],
  ['no pod', undefined, undefined],
  ['a node selector', { nodeSelector: { [label]: 'us-west' } }, ['us-west']],
  ['an affinity', terms([inside('us-west'), card]), ['us-west']],
  ['several, sorted', terms([inside('us-west', 'us-central')]), ['us-central', 'us-west']],
  ['terms are alternatives', terms([inside('us-west')], [inside('us-east')]), ['us-east', 'us-west']],
  ['one term that says nothing allows all', terms([inside('us-west')], [card]), undefined],
  ['expressions hold together', terms([inside('us-west', 'us-east'), inside('us-east')]), ['us-east']],
  [
    'selector and affinity that exclude each other',
    { nodeSelector: { [label]: 'us-west' }, ...terms([inside('us-east')]) },
    [],
  ],
  [
    'a preference pins nothing',
    { affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] } } },
    undefined,
  ],
  ['an exclusion lists nothing', terms([{ ...inside('us-west'), operator: 'NotIn' }]), undefined],
  ['no shape', { affinity: 'us-west', nodeSelector: [label] }, undefined],
])('%s', (_, podSpec, regions) => {
  expect(regionsOf(podSpec)).toEqual(regions)
})
