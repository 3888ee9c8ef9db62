import { expect, test } from 'vitest'
import lab from '#lab/config'
import { calls } from './made.ts'
import { notebook } from './notebook.ts'
import { readOnly } from './read-only.ts'
import { session } from './session.ts'
import { shared } from './shared.ts'
import { volume } from './volume.ts'

test('the smallest session: no GPU, default room, nothing mounted', () => {
  expect(JSON.parse(JSON.stringify(session('dev', { image: 'python', hours: 1 })))).toEqual({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      namespace: lab.namespace,
      name: 'alice-dev',
      labels: { 'lab/owner': 'alice', 'lab/name': 'dev' },
      annotations: { 'lab/request': 'users/alice/dev.ts', 'lab/run': '1' },
    },
    spec: {
      activeDeadlineSeconds: 3600,
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              { matchExpressions: [{ key: 'kubernetes.io/arch', operator: 'In', values: ['amd64'] }] },
            ],
          },
          preferredDuringSchedulingIgnoredDuringExecution: [
            {
              weight: 100,
              preference: {
                matchExpressions: [
                  { key: 'feature.node.kubernetes.io/pci-10de.present', operator: 'NotIn', values: ['true'] },
                ],
              },
            },
          ],
        },
      },
      containers: [
        {
          name: 'main',
          image: lab.images.python,
          command: ['sh', '-c', 'trap "exit 0" TERM; sleep infinity & wait'],
          resources: { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '1', memory: '4Gi' } },
          volumeMounts: [{ name: 'shm', mountPath: '/dev/shm' }],
        },
      ],
      volumes: [{ name: 'shm', emptyDir: { medium: 'Memory', sizeLimit: '2Gi' } }],
    },
  })
  expect(calls.at(-1)).toMatchObject({ template: 'session', faults: [] })
})

test('a session with everything', () => {
  const data = volume('data', '100Gi')
  const made = session('dev', {
    gpu: '2xA40',
    hours: 6,
    image: `ghcr.io/bob/vit@sha256:${'a'.repeat(64)}`,
    cpu: 2.5,
    memory: '20.5Gi',
    shm: '4Gi',
    scratch: '100Gi',
    mounts: { '/data': data, '/again': data, '/safe': readOnly(data), '/imagenet': shared('bob', 'imagenet') },
    env: { SEED: 1, NAME: 'a b' },
    secrets: ['WANDB_API_KEY', 'GIT_TOKEN'],
    code: { repo: 'bob/vit', ref: 'v1.2' },
    ports: [6006],
    run: 3,
  })
  const [code] = made.spec.initContainers ?? []
  const [main] = made.spec.containers
  const room = { cpu: '2500m', memory: '20992Mi', 'ephemeral-storage': '100Gi' }
  const all = { ...room, 'nvidia.com/a40': '2' }
  const token = { name: 'GIT_TOKEN', valueFrom: { secretKeyRef: { name: 'alice-secrets', key: 'GIT_TOKEN' } } }
  expect(made.metadata.annotations).toEqual({ 'lab/request': 'users/alice/dev.ts', 'lab/run': '3' })
  expect(main).toMatchObject({
    image: `ghcr.io/bob/vit@sha256:${'a'.repeat(64)}`,
    workingDir: '/code',
    resources: { requests: all, limits: all },
    ports: [{ containerPort: 6006 }],
    env: [
      { name: 'SEED', value: '1' },
      { name: 'NAME', value: 'a b' },
      { name: 'WANDB_API_KEY', valueFrom: { secretKeyRef: { name: 'alice-secrets', key: 'WANDB_API_KEY' } } },
      token,
    ],
    volumeMounts: [
      { name: 'shm', mountPath: '/dev/shm' },
      { name: 'code', mountPath: '/code' },
      { name: 'alice-data', mountPath: '/data' },
      { name: 'alice-data', mountPath: '/again' },
      { name: 'alice-data-ro', mountPath: '/safe', readOnly: true },
      { name: 'bob-imagenet-ro', mountPath: '/imagenet', readOnly: true },
    ],
  })
  expect(code).toMatchObject({
    name: 'code',
    workingDir: '/code',
    env: [{ name: 'LAB_REPO', value: 'bob/vit' }, { name: 'LAB_REF', value: 'v1.2' }, token],
    resources: { requests: room, limits: room },
    volumeMounts: [{ name: 'code', mountPath: '/code' }],
  })
  expect(made.spec.volumes).toEqual([
    { name: 'shm', emptyDir: { medium: 'Memory', sizeLimit: '4Gi' } },
    { name: 'code', emptyDir: {} },
    { name: 'alice-data', persistentVolumeClaim: { claimName: 'alice-data' } },
    { name: 'alice-data-ro', persistentVolumeClaim: { claimName: 'alice-data', readOnly: true } },
    { name: 'bob-imagenet-ro', persistentVolumeClaim: { claimName: 'bob-imagenet', readOnly: true } },
  ])
})

test('a notebook listens on its own loopback and opens on the first disk', () => {
  const data = volume('data', '100Gi')
  const flags = ['--ip=127.0.0.1', '--port=8888', '--no-browser', '--allow-root']
  const [bare] = notebook('nb', { image: 'jupyter', hours: 6 }).spec.containers
  const [full] = notebook('nb', { image: 'jupyter', hours: 6, port: 9000, mounts: { '/data': data } }).spec.containers
  expect(bare?.command).toEqual(['jupyter', 'lab', ...flags])
  expect(bare?.ports).toEqual([{ containerPort: 8888 }])
  expect(full?.command).toContain('--ServerApp.root_dir=/data')
  expect(full?.ports).toEqual([{ containerPort: 9000 }])
})

test.each([
  ['1x24GB', undefined, undefined, '4', '16Gi', '8Gi'],
  ['2x24GB', undefined, undefined, '8', '29Gi', '14848Mi'],
  ['2x24GB', 16, '29Gi', '16', '29Gi', '14848Mi'],
  [0, undefined, undefined, '1', '4Gi', '2Gi'],
  [0, undefined, '1Gi', '1', '1Gi', '512Mi'],
] as const)('the room of a session with %s: %s cores and %s asked', (gpu, cpu, memory, ...given) => {
  const asked = { ...(cpu !== undefined && { cpu }), ...(memory !== undefined && { memory }) }
  const { containers, volumes } = session('dev', { gpu, image: 'python', hours: 1, ...asked }).spec
  const requests = containers[0]?.resources?.requests
  expect([requests?.['cpu'], requests?.['memory'], volumes?.[0]?.emptyDir?.sizeLimit]).toEqual(given)
})
