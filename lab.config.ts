import type { Lab } from './scripts/model/lab.ts'

/** The lab on one page. Admins only; nothing but JSON inside. */
export default {
  namespace: 'uci-datalab',
  timeZone: 'America/Los_Angeles',
  help: 'the lab channel, or an admin',
  admins: ['alice'],
  members: { alice: {}, bob: {}, carol: {}, example: { suspended: true } },
  caps: {
    member: { gpus: 4, cpu: 64, memory: '256Gi', disk: '500Gi', gpuHours: 400 },
    lab: { gpus: 32, cpu: 512, memory: '2Ti', disk: '10Ti', gpuHours: 4000 },
    volume: { size: '2Ti' },
  },
  grants: { maxDays: 120 },
  defaults: { cpuPerGpu: 4, memoryPerGpu: '16Gi', cpu: 1, memory: '4Gi', storage: 'files' },
  rules: {
    session: {
      hours: 6,
      gpus: 2,
      cpu: 16,
      memory: '29Gi',
      asOf: '2026-10-06',
      source: 'https://nrp.ai/documentation/userdocs/start/policies/',
    },
    job: { hours: 168, gpus: 8, asOf: '2026-10-06', source: 'https://nrp.ai/documentation/userdocs/start/policies/' },
    service: { days: 14, asOf: '2026-10-06', source: 'https://nrp.ai/documentation/userdocs/start/policies/' },
    ratio: {
      factor: 1.2,
      equalAbove: 100,
      asOf: '2026-10-06',
      source: 'https://nrp.ai/documentation/userdocs/start/policies/',
    },
    plan: { gpus: 50, asOf: '2026-10-06', source: 'https://nrp.ai/documentation/userdocs/start/policies/' },
    jobs: { count: 400, asOf: '2026-10-06', source: 'https://nrp.ai/documentation/userdocs/start/using-nautilus/' },
    completions: { count: 200, asOf: '2026-03-01', source: 'https://github.com/boettiger-lab/agent-skills' },
    scratch: {
      size: '50Gi',
      asOf: '2026-10-06',
      source: 'https://nrp.ai/documentation/userdocs/start/using-nautilus/',
    },
    idle: {
      commands: ['sleep', 'tail -f'],
      asOf: '2026-10-06',
      source: 'https://nrp.ai/documentation/userdocs/start/policies/',
    },
    priority: {
      allowed: ['armada-default', 'owner-no-preempt', 'opportunistic2', 'opportunistic'],
      preemptible: ['opportunistic2', 'opportunistic'],
      asOf: '2026-10-06',
      source: 'https://nrp.ai/documentation/userdocs/running/priority-classes/',
    },
    taints: {
      allowed: [{ key: 'nautilus.io/science-dmz' }],
      never: ['nautilus.io/system', 'nautilus.io/issue'],
      asOf: '2026-10-06',
      source: 'https://nrp.ai/documentation/userdocs/running/special/',
    },
    ingress: {
      class: 'haproxy',
      domain: 'nrp-nautilus.io',
      annotations: ['haproxy-ingress.github.io/', 'ingress.kubernetes.io/'],
      asOf: '2026-10-06',
      source: 'https://nrp.ai/documentation/userdocs/running/ingress/',
    },
    resources: {
      required: ['cpu', 'memory'],
      asOf: '2026-10-06',
      source: 'https://nrp.ai/documentation/userdocs/start/policies/',
    },
  },
  gpus: {
    '3090': { memory: 24, products: ['NVIDIA-GeForce-RTX-3090'] },
    A40: { memory: 48, products: ['NVIDIA-A40'], resource: 'nvidia.com/a40' },
    A100: {
      memory: 80,
      products: ['NVIDIA-A100-SXM4-80GB', 'NVIDIA-A100-80GB-PCIe'],
      resource: 'nvidia.com/a100',
      access: 'form',
    },
    H100: { memory: 80, products: ['NVIDIA-H100-80GB-HBM3'], resource: 'nvidia.com/h100', access: 'spare' },
    '1080Ti': { memory: 11, products: ['NVIDIA-GeForce-GTX-1080-Ti'], old: true },
  },
  images: { pytorch: 'docker.io/pytorch/pytorch:2.9.0-cuda12.8-cudnn9-runtime' },
  registries: {
    allowed: ['docker.io/', 'quay.io/', 'ghcr.io/', 'nvcr.io/', 'gitlab-registry.nrp-nautilus.io/'],
    dead: { 'gitlab-registry.nautilus.optiputer.net': 'gitlab-registry.nrp-nautilus.io' },
  },
  storage: {
    files: { class: 'rook-cephfs', shared: true, region: 'us-west' },
    block: { class: 'rook-ceph-block', shared: false, region: 'us-west' },
    'rook-block': { class: 'rook-block', shared: false, access: 'gone', instead: 'block' },
  },
  retirements: [],
} as const satisfies Lab
