import { expect, test } from 'vitest'
import { job } from './job.ts'
import { session } from './session.ts'

const must = 'requiredDuringSchedulingIgnoredDuringExecution'
const rather = 'preferredDuringSchedulingIgnoredDuringExecution'
const options = { gpu: '1xA40', image: 'pytorch', hours: 1 } as const
const arch = { key: 'kubernetes.io/arch', operator: 'In', values: ['amd64'] }
const card = { key: 'nvidia.com/gpu.product', operator: 'In', values: ['NVIDIA-A40'] }
const not = (host: string) => ({ key: 'kubernetes.io/hostname', operator: 'NotIn', values: [host] })

test('fields are laid over the pod and the container', () => {
  const pod = {
    tolerations: [{ key: 'nautilus.io/science-dmz', operator: 'Exists' }],
    terminationGracePeriodSeconds: 120,
  }
  const container = { imagePullPolicy: 'Always', workingDir: '/data' }
  const code = { repo: 'bob/vit', ref: 'v1' } as const
  const { spec } = job('train', { ...options, code, command: 'true', patch: { pod, container } }).spec.template
  expect(spec).toMatchObject({ ...pod, containers: [container] })
  expect(spec?.initContainers?.[0]).not.toHaveProperty('imagePullPolicy')
})

test('a required affinity is added to each alternative, and preferences stand beside ours', () => {
  const preference = { weight: 1, preference: { matchExpressions: [not('c')] } }
  const nodeAffinity = {
    [must]: { nodeSelectorTerms: [{ matchExpressions: [not('a')] }, { matchFields: [not('b')] }] },
    [rather]: [preference],
  }
  const podAntiAffinity = { [must]: [{ topologyKey: 'kubernetes.io/hostname' }] }
  const { affinity } = session('dev', {
    ...options,
    patch: { pod: { affinity: { nodeAffinity, podAntiAffinity } } },
  }).spec
  expect(affinity).toEqual({
    podAntiAffinity,
    nodeAffinity: {
      [must]: {
        nodeSelectorTerms: [
          { matchExpressions: [arch, card, not('a')] },
          { matchExpressions: [arch, card], matchFields: [not('b')] },
        ],
      },
      [rather]: [preference],
    },
  })
})

test.each([[{}], [{ nodeAffinity: {} }], [{ nodeAffinity: { [must]: { nodeSelectorTerms: [] } } }]])(
  'an empty affinity takes nothing away: %j',
  (affinity) => {
    const { spec } = session('dev', { ...options, patch: { pod: { affinity } } })
    expect(spec.affinity?.nodeAffinity?.[must]?.nodeSelectorTerms).toEqual([{ matchExpressions: [arch, card] }])
  },
)
