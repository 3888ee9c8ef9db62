import { expect, test } from 'vitest'
import { job } from './job.ts'

const options = { image: 'pytorch', hours: 1.5, command: 'python train.py' } as const

test('a job: its own clock, a failure that a lost machine is not, its own end in the list', () => {
  const { apiVersion, kind, metadata, spec } = job('train', { ...options, gpu: '8xA10', retries: 2, preemptible: true })
  const { template, ...fields } = spec
  expect({ apiVersion, kind, name: metadata.name }).toEqual({
    apiVersion: 'batch/v1',
    kind: 'Job',
    name: 'alice-train',
  })
  expect(fields).toEqual({
    activeDeadlineSeconds: 5400,
    backoffLimit: 2,
    podFailurePolicy: {
      rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }],
    },
    ttlSecondsAfterFinished: 604_800,
  })
  expect(template.metadata).toEqual({ labels: { 'lab/owner': 'alice', 'lab/name': 'train' } })
  expect(template.spec).toMatchObject({
    restartPolicy: 'Never',
    priorityClassName: 'opportunistic2',
    automountServiceAccountToken: false,
    containers: [
      {
        command: ['bash', '-eo', 'pipefail', '-c', 'python train.py'],
        resources: { requests: { cpu: '32', memory: '128Gi', 'nvidia.com/gpu': '8' } },
      },
    ],
  })
  expect(template.spec?.activeDeadlineSeconds).toBeUndefined()
})

test('a list is run as it is', () => {
  const { template } = job('train', { ...options, command: ['python', '-c', 'print("$(HOME) $$")'] }).spec
  expect(template.spec?.containers[0]?.command).toEqual(['python', '-c', 'print("$(HOME) $$")'])
})

test('an ordinary job names no priority class', () => {
  expect(job('train', options).spec.template.spec).not.toHaveProperty('priorityClassName')
})
