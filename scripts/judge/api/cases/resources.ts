import { boxed, claim, job, pod, type Case } from './manifests.ts'

export const resourceCases: readonly Case[] = [
  [
    'amounts in all forms',
    boxed({ resources: { limits: { cpu: 2, memory: '1.5Gi', 'nvidia.com/gpu': '1', 'ephemeral-storage': '1e9' } } }),
  ],
  [
    'an amount is an amount',
    boxed({ resources: { limits: { cpu: 'two' } } }),
    'quantity-invalid spec.containers[0].resources.limits.cpu',
  ],
  [
    'a unit is spelt in its own letters',
    boxed({ resources: { limits: { memory: '1GB' } } }),
    'quantity-invalid spec.containers[0].resources.limits.memory',
  ],
  [
    'an amount is not negative',
    boxed({ resources: { limits: { cpu: '-1' } } }),
    'quantity-negative spec.containers[0].resources.limits.cpu',
  ],
  ['nothing is an amount', boxed({ resources: { limits: { cpu: '0', 'nvidia.com/gpu': 0 } } })],
  [
    'a request is within the limit',
    boxed({ resources: { requests: { cpu: '2' }, limits: { cpu: '1500m' } } }),
    'request-over-limit spec.containers[0].resources.requests',
  ],
  [
    'equal in other words',
    boxed({ resources: { requests: { memory: '1Gi', cpu: '0.5' }, limits: { memory: '1024Mi', cpu: '500m' } } }),
  ],
  [
    'thousandths are rounded up before they are compared',
    boxed({ resources: { requests: { cpu: '1u' }, limits: { cpu: '1n' } } }),
  ],
  ['a request needs no limit', boxed({ resources: { requests: { cpu: '1' } } })],
  [
    'a GPU needs a limit',
    boxed({ resources: { requests: { 'nvidia.com/gpu': '1' } } }),
    'extended-limit-missing spec.containers[0].resources.limits',
  ],
  [
    'a GPU is asked for as it is limited',
    boxed({ resources: { requests: { 'nvidia.com/gpu': '1' }, limits: { 'nvidia.com/gpu': '2' } } }),
    'extended-request-differs spec.containers[0].resources.requests',
  ],
  [
    'a GPU in another word',
    boxed({ resources: { requests: { 'nvidia.com/gpu': '1' }, limits: { 'nvidia.com/gpu': '1000m' } } }),
  ],
  [
    'a GPU is whole',
    boxed({ resources: { limits: { 'nvidia.com/gpu': '0.5' } } }),
    'resource-fractional spec.containers[0].resources.limits[nvidia.com/gpu]',
  ],
  [
    'a GPU is whole, however small the part',
    boxed({ resources: { limits: { 'nvidia.com/gpu': '1n' } } }),
    'resource-fractional spec.containers[0].resources.limits[nvidia.com/gpu]',
  ],
  [
    'a resource has a name',
    boxed({ resources: { limits: { 'a b': '1' } } }),
    'name-invalid spec.containers[0].resources.limits[a b]',
  ],
  [
    'a short name is one of the cluster',
    boxed({ resources: { limits: { gpu: '1' } } }),
    'resource-unknown spec.containers[0].resources.limits.gpu',
  ],
  [
    'a quota name is none',
    boxed({ resources: { limits: { 'requests.cpu': '1' } } }),
    'resource-unknown spec.containers[0].resources.limits[requests.cpu]',
  ],
  ...['9e18', '1E', '9223372036854775807', '9223372036854775808', '1e21', '16Ei'].map((count): Case => [
    `nobody has ${count} devices`,
    boxed({ resources: { limits: { 'nvidia.com/gpu': count } } }),
    'devices-uncounted spec.containers[0].resources.limits[nvidia.com/gpu]',
  ]),
  ...['1e19', '9223372036854775808', '1e30'].map((bytes): Case => [
    `nor ${bytes} bytes of pages`,
    boxed({ resources: { limits: { memory: '1Gi', 'hugepages-2Mi': bytes } } }),
    'devices-uncounted spec.containers[0].resources.limits[hugepages-2Mi]',
  ]),
  [
    'nor pages at which the server panics',
    boxed({ resources: { limits: { memory: '1Gi', 'hugepages-1e19': '0' } } }),
    'devices-uncounted spec.containers[0].resources.limits[hugepages-1e19]',
  ],
  ...['2097151.5', '2097151999m', '7Ei'].map((bytes): Case => [
    `${bytes} bytes are whole pages`,
    boxed({ resources: { limits: { memory: '1Gi', 'hugepages-2Mi': bytes } } }),
  ]),
  ['a name with a domain is a device', boxed({ resources: { limits: { 'example.org/anything': '1' } } })],
  [
    'not with the word of quotas',
    boxed({ resources: { limits: { 'requests.example.org/anything': '1' } } }),
    'resource-unknown spec.containers[0].resources.limits[requests.example.org/anything]',
  ],
  ['a name of Kubernetes itself is native', boxed({ resources: { limits: { 'kubernetes.io/x': '0.5' } } })],
  [
    'the domain leaves room for quotas',
    boxed({ resources: { limits: { [`${'a'.repeat(245)}/b`]: '1' } } }),
    'resource-unknown spec.containers[0].resources.limits[aaaaaaaaaaaaaaaaaaaa…]',
  ],
  [
    'huge pages come with memory',
    boxed({ resources: { limits: { 'hugepages-2Mi': '4Mi' } } }),
    'field-forbidden spec.containers[0].resources',
  ],
  [
    'and whole',
    boxed({ resources: { limits: { memory: '1Gi', 'hugepages-2Mi': '3Mi' } } }),
    'hugepages-indivisible spec.containers[0].resources.limits[hugepages-2Mi]',
  ],
  [
    'of a size',
    boxed({ resources: { limits: { memory: '1Gi', 'hugepages-big': '3Mi' } } }),
    'hugepages-indivisible spec.containers[0].resources.limits[hugepages-big]',
  ],
  [
    'and as limited',
    boxed({
      resources: {
        requests: { 'hugepages-2Mi': '2Mi', memory: '1Gi' },
        limits: { memory: '1Gi', 'hugepages-2Mi': '4Mi' },
      },
    }),
    'extended-request-differs spec.containers[0].resources.requests',
  ],
  [
    'amounts of a whole pod are dropped by the server',
    pod({ resources: { limits: { cpu: '1' } } }),
    'silently-dropped spec.resources',
  ],
  [
    'what a pod costs besides',
    job({}, { overhead: { cpu: '-1', gpu: '1' } }),
    'quantity-negative spec.template.spec.overhead.limits.cpu',
    'resource-unknown spec.template.spec.overhead.limits.gpu',
  ],
  [
    'what a pod by itself costs besides is told by its runtime',
    pod({ overhead: { cpu: '1' } }),
    'field-forbidden spec.overhead',
  ],
  ['spaces around an amount, of any sort', boxed({ resources: { limits: { cpu: '\u00a01\u2003' } } })],
  [
    'a zero-width mark is no space',
    boxed({ resources: { limits: { cpu: '\ufeff1' } } }),
    'quantity-invalid spec.containers[0].resources.limits.cpu',
  ],
  [
    'amounts that a cluster reported are readable',
    pod({}, {}, { containerStatuses: [{ name: 'main', allocatedResources: { cpu: '1', memory: '1 Gi' } }] }),
    'quantity-invalid status.containerStatuses[0].allocatedResources.memory',
  ],
  [
    'amounts that a disk reported too',
    { ...claim(), status: { capacity: { storage: '1_000' }, phase: 'Any' } },
    'quantity-invalid status.capacity.storage',
  ],
]
