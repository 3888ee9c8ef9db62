import { box, boxed, job, pod, times, type Case } from './manifests.ts'

export const containerCases: readonly Case[] = [
  ['nothing is wrong with a small pod', pod()],
  ['a pod has containers', pod({ containers: [] }), 'value-required spec.containers'],
  ['an image is not padded', boxed({ image: '\u0085a' }), 'value-malformed spec.containers[0].image'],
  ['a byte order mark is no padding', boxed({ image: '\ufeffa' })],
  ['a container has an image', pod({ containers: [{ name: 'main' }] }), 'value-required spec.containers[0].image'],
  ['an image has no spaces around it', boxed({ image: ' a:1' }), 'value-malformed spec.containers[0].image'],
  [
    'an image of a template may',
    pod({ initContainers: [{ name: 'prep', image: 'a:1 ' }] }),
    'value-malformed spec.initContainers[0].image',
  ],

  [
    'a port is a number up to 65535',
    boxed({ ports: [{ containerPort: 65535 }, { containerPort: 65536 }] }),
    'out-of-range spec.containers[0].ports[1].containerPort',
  ],
  [
    'a port is not 0',
    boxed({ ports: [{ containerPort: 0 }] }),
    'value-required spec.containers[0].ports[0].containerPort',
  ],
  [
    'a port is not negative',
    boxed({ ports: [{ containerPort: -1 }] }),
    'out-of-range spec.containers[0].ports[0].containerPort',
  ],
  [
    'a port of the machine is a number too',
    boxed({ ports: [{ containerPort: 1, hostPort: 70000 }] }),
    'out-of-range spec.containers[0].ports[0].hostPort',
  ],
  [
    'an empty protocol is TCP',
    pod({
      containers: [
        box({ ports: [{ containerPort: 1, hostPort: 80, protocol: '' }] }),
        box({ name: 'other', ports: [{ containerPort: 1, hostPort: 80 }] }),
      ],
    }),
    'value-duplicate spec.containers[1].ports[0].hostPort',
  ],
  [
    'a port name has a letter',
    boxed({ ports: [{ containerPort: 1, name: '80' }] }),
    'name-invalid spec.containers[0].ports[0].name',
  ],
  [
    'a port name has 15 characters at most',
    boxed({ ports: [{ containerPort: 1, name: 'a234567890123456' }] }),
    'name-too-long spec.containers[0].ports[0].name',
  ],
  [
    'a port name has single dashes',
    boxed({ ports: [{ containerPort: 1, name: 'a--b' }] }),
    'name-invalid spec.containers[0].ports[0].name',
  ],
  [
    'a port name does not begin with a dash',
    boxed({ ports: [{ containerPort: 1, name: '-a' }] }),
    'name-invalid spec.containers[0].ports[0].name',
  ],
  ['a port name may begin with a digit', boxed({ ports: [{ containerPort: 1, name: '8a' }] })],
  [
    'two ports have two names',
    boxed({
      ports: [
        { containerPort: 1, name: 'a' },
        { containerPort: 2, name: 'a' },
      ],
    }),
    'value-duplicate spec.containers[0].ports[1].name',
  ],
  ['the same port twice is allowed', boxed({ ports: [{ containerPort: 1 }, { containerPort: 1 }] })],
  [
    'names of ports are per container',
    pod({
      containers: [
        box({ ports: [{ containerPort: 1, name: 'a' }] }),
        box({ name: 'aux', ports: [{ containerPort: 1, name: 'a' }] }),
      ],
    }),
  ],
  [
    'a port of the machine is taken once',
    pod({
      containers: [
        box({ ports: [{ containerPort: 1, hostPort: 5 }] }),
        box({ name: 'aux', ports: [{ containerPort: 2, hostPort: 5 }] }),
      ],
    }),
    'value-duplicate spec.containers[1].ports[0].hostPort',
  ],
  [
    'by one protocol',
    boxed({
      ports: [
        { containerPort: 1, hostPort: 5 },
        { containerPort: 1, hostPort: 5, protocol: 'UDP' },
      ],
    }),
  ],
  [
    'on one address',
    boxed({
      ports: [
        { containerPort: 1, hostPort: 5, hostIP: '10.0.0.1' },
        { containerPort: 1, hostPort: 5 },
      ],
    }),
  ],
  [
    'on the network of the machine every port is one',
    boxed({ ports: [{ containerPort: 1 }, { containerPort: 1 }] }, { hostNetwork: true }),
    'value-duplicate spec.containers[0].ports[1].hostPort',
  ],
  [
    'on the network of the machine the two numbers are one',
    boxed({ ports: [{ containerPort: 1, hostPort: 2 }] }, { hostNetwork: true }),
    'contradiction spec.containers[0].ports[0].hostPort',
  ],
  [
    'an init container takes ports for itself',
    pod({
      initContainers: [
        box({
          name: 'prep',
          ports: [
            { containerPort: 1, hostPort: 5 },
            { containerPort: 2, hostPort: 5 },
          ],
        }),
      ],
    }),
    'value-duplicate spec.initContainers[0].ports[1].hostPort',
  ],
  ['a variable has a name', boxed({ env: [{ name: '' }] }), 'value-required spec.containers[0].env[0].name'],
  ['a variable has no equals sign', boxed({ env: [{ name: 'A=B' }] }), 'name-invalid spec.containers[0].env[0].name'],
  ['a variable is ASCII', boxed({ env: [{ name: 'Ä' }] }), 'name-invalid spec.containers[0].env[0].name'],
  [
    'a variable twice is ours to refuse',
    boxed({ env: [{ name: 'A' }, { name: 'B' }, { name: 'A' }] }),
    'env-duplicate spec.containers[0].env[2].name',
  ],
  [
    'a variable with a dash is ours to refuse',
    boxed({ env: [{ name: 'A-B' }] }),
    'env-name-odd spec.containers[0].env[0].name',
  ],
  [
    'a variable with a digit in front is ours to refuse',
    boxed({ env: [{ name: '1A' }] }),
    'env-name-odd spec.containers[0].env[0].name',
  ],
  [
    'a variable comes from somewhere',
    boxed({ env: [{ name: 'A', valueFrom: {} }] }),
    'one-of-missing spec.containers[0].env[0].valueFrom',
  ],
  [
    'a variable comes from one place',
    boxed({
      env: [
        { name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.uid' }, secretKeyRef: { name: 's', key: 'k' } } },
      ],
    }),
    'only-one-of spec.containers[0].env[0].valueFrom',
  ],
  [
    'a variable has a value or a source',
    boxed({ env: [{ name: 'A', value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.uid' } } }] }),
    'only-one-of spec.containers[0].env[0].valueFrom',
  ],
  [
    'a variable with an empty value has a source',
    boxed({ env: [{ name: 'A', value: '', valueFrom: { fieldRef: { fieldPath: 'metadata.uid' } } }] }),
  ],
  [
    'a field of the pod is named',
    boxed({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: '' } } }] }),
    'value-required spec.containers[0].env[0].valueFrom.fieldRef.fieldPath',
  ],
  [
    'a field that files know and variables do not',
    boxed({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.labels' } } }] }),
    'value-unsupported spec.containers[0].env[0].valueFrom.fieldRef.fieldPath',
  ],
  [
    'a field that is known and not for variables',
    boxed({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'status.phase' } } }] }),
    'value-unsupported spec.containers[0].env[0].valueFrom.fieldRef.fieldPath',
  ],
  [
    'one label is a field',
    boxed({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: "metadata.labels['a/b']" } } }] }),
  ],
  [
    'the label has the form of a key',
    boxed({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: "metadata.labels['a b']" } } }] }),
    'name-invalid spec.containers[0].env[0].valueFrom.fieldRef',
  ],
  [
    'one annotation is a field, in big letters too',
    boxed({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: "metadata.annotations['A.B/c']" } } }] }),
  ],
  ['the old name of a field', boxed({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'spec.host' } } }] })],
  [
    'a field of another version',
    boxed({ env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: 'v2', fieldPath: 'metadata.name' } } }] }),
    'value-unsupported spec.containers[0].env[0].valueFrom.fieldRef.apiVersion',
  ],
  [
    'an amount that is known',
    boxed({ env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1m' } } }] }),
  ],
  [
    'an amount that is not',
    boxed({ env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.nvidia.com/gpu' } } }] }),
    'value-unsupported spec.containers[0].env[0].valueFrom.resourceFieldRef.resource',
  ],
  [
    'huge pages are known',
    boxed({
      env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.hugepages-2Mi', divisor: '1Mi' } } }],
    }),
  ],
  [
    'cpu is divided by 1 or 1m',
    boxed({ env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1k' } } }] }),
    'value-malformed spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor',
  ],
  [
    'memory is divided by a power',
    boxed({ env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '3Mi' } } }] }),
    'value-malformed spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor',
  ],
  [
    'which is written as one',
    boxed({ env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1024' } } }] }),
    'value-malformed spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor',
  ],
  ...['+1', '01', '1e0', '1.', '+1Ki'].map((divisor): Case => [
    `the divisor ${divisor} is not in its shortest form`,
    boxed({ env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor } } }] }),
    'value-malformed spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor',
  ]),
  [
    'and not with an exponent',
    boxed({ env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1e3' } } }] }),
    'value-malformed spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor',
  ],
  [
    'a thousand is 1k',
    boxed({ env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1000' } } }] }),
  ],
  [
    'a key of a Secret has a form',
    boxed({ env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 's', key: 'a/b' } } }] }),
    'name-invalid spec.containers[0].env[0].valueFrom.secretKeyRef.key',
  ],
  [
    'a key does not begin with two dots',
    boxed({ env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'c', key: '..a' } } }] }),
    'name-invalid spec.containers[0].env[0].valueFrom.configMapKeyRef.key',
  ],
  [
    'a Secret has a name',
    boxed({ env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'S', key: 'k' } } }] }),
    'name-invalid spec.containers[0].env[0].valueFrom.secretKeyRef.name',
  ],
  ['all variables of something', boxed({ envFrom: [{}] }), 'one-of-missing spec.containers[0].envFrom'],
  [
    'all variables of one thing',
    boxed({ envFrom: [{ configMapRef: { name: 'c' }, secretRef: { name: 's' } }] }),
    'only-one-of spec.containers[0].envFrom',
  ],
  [
    'the thing has a name',
    boxed({ envFrom: [{ configMapRef: { name: '' } }] }),
    'value-required spec.containers[0].envFrom[0].configMapRef.name',
  ],
  ['that may end in a dash', boxed({ envFrom: [{ configMapRef: { name: 'c-' } }] })],
  [
    'and a prefix',
    boxed({ envFrom: [{ prefix: 'A=', configMapRef: { name: 'c' } }] }),
    'name-invalid spec.containers[0].envFrom[0].prefix',
  ],
  ['a probe does something', boxed({ livenessProbe: {} }), 'one-of-required spec.containers[0].livenessProbe'],
  [
    'a probe does one thing',
    boxed({ livenessProbe: { exec: { command: ['a'] }, httpGet: { port: 1 } } }),
    'field-forbidden spec.containers[0].livenessProbe.httpGet',
  ],
  [
    'a probe runs a command',
    boxed({ readinessProbe: { exec: {} } }),
    'value-required spec.containers[0].readinessProbe.exec.command',
  ],
  [
    'a probe asks a port',
    boxed({ startupProbe: { httpGet: { port: 0 } } }),
    'out-of-range spec.containers[0].startupProbe.httpGet.port',
  ],
  [
    'a probe asks a port by name',
    boxed({ startupProbe: { tcpSocket: { port: 'not a name' } } }),
    'name-invalid spec.containers[0].startupProbe.tcpSocket.port',
  ],
  [
    'a probe of gRPC has a number',
    boxed({ startupProbe: { grpc: { port: 65536 } } }),
    'out-of-range spec.containers[0].startupProbe.grpc.port',
  ],
  [
    'a header has a name',
    boxed({ livenessProbe: { httpGet: { port: 1, httpHeaders: [{ name: 'a b', value: '' }] } } }),
    'name-invalid spec.containers[0].livenessProbe.httpGet.httpHeaders',
  ],
  [
    'times are not negative',
    boxed({
      readinessProbe: {
        tcpSocket: { port: 1 },
        initialDelaySeconds: -1,
        periodSeconds: -1,
        timeoutSeconds: -1,
        failureThreshold: -1,
      },
    }),
    'out-of-range spec.containers[0].readinessProbe.initialDelaySeconds',
    'out-of-range spec.containers[0].readinessProbe.periodSeconds',
    'out-of-range spec.containers[0].readinessProbe.timeoutSeconds',
    'out-of-range spec.containers[0].readinessProbe.failureThreshold',
  ],
  [
    'one success keeps a container alive',
    boxed({ livenessProbe: { tcpSocket: { port: 1 }, successThreshold: 2 } }),
    'out-of-range spec.containers[0].livenessProbe.successThreshold',
  ],
  ['0 successes are read as not given', boxed({ livenessProbe: { tcpSocket: { port: 1 }, successThreshold: 0 } })],
  ['to be ready may take more', boxed({ readinessProbe: { tcpSocket: { port: 1 }, successThreshold: 2 } })],
  [
    'a readiness probe ends nothing',
    boxed({ readinessProbe: { tcpSocket: { port: 1 }, terminationGracePeriodSeconds: 5 } }),
    'contradiction spec.containers[0].readinessProbe.terminationGracePeriodSeconds',
  ],
  [
    'a probe gives at least a second to end',
    boxed({ livenessProbe: { tcpSocket: { port: 1 }, terminationGracePeriodSeconds: 0 } }),
    'out-of-range spec.containers[0].livenessProbe.terminationGracePeriodSeconds',
  ],
  [
    'a hook does something',
    boxed({ lifecycle: { preStop: {} } }),
    'one-of-required spec.containers[0].lifecycle.preStop',
  ],
  [
    'a hook sleeps within the grace',
    boxed({ lifecycle: { preStop: { sleep: { seconds: 31 } } } }),
    'out-of-range spec.containers[0].lifecycle.preStop.sleep',
  ],
  [
    'which may be longer',
    boxed({ lifecycle: { preStop: { sleep: { seconds: 31 } } } }, { terminationGracePeriodSeconds: 31 }),
  ],
  ['a hook sleeps without a number', boxed({ lifecycle: { preStop: { sleep: {} } } })],
  [
    'a pod by itself has at least one second of grace',
    boxed({ lifecycle: { preStop: { sleep: { seconds: 1 } } } }, { terminationGracePeriodSeconds: -5 }),
  ],
  [
    'a pod that will be made has no grace at all',
    job({}, { terminationGracePeriodSeconds: -5, containers: [box({ lifecycle: { preStop: { sleep: {} } } })] }),
    'out-of-range spec.template.spec.containers[0].lifecycle.preStop.sleep',
  ],
  ['a hook sleeps 0 seconds', boxed({ lifecycle: { preStop: { sleep: { seconds: 0 } } } })],
  [
    'the signal to stop is dropped by the server',
    boxed({ lifecycle: { stopSignal: 'SIGTERM' } }),
    'silently-dropped spec.containers[0].lifecycle.stopSignal',
  ],
  [
    'claims of devices are dropped too',
    boxed({ resources: { claims: [{ name: 'a' }] } }, { resourceClaims: [{ name: 'a' }] }),
    'silently-dropped spec.containers[0].resources.claims',
    'silently-dropped spec.resourceClaims',
  ],
  [
    'a main container has no policy of its own',
    boxed({ restartPolicy: 'Always' }),
    'field-forbidden spec.containers[0].restartPolicy',
  ],
  [
    'an init container restarts always',
    pod({
      initContainers: [box({ name: 'side', restartPolicy: 'Always', livenessProbe: { tcpSocket: { port: 1 } } })],
    }),
  ],
  [
    'or not by itself',
    pod({ initContainers: [box({ name: 'prep', restartPolicy: 'OnFailure' })] }),
    'value-unsupported spec.initContainers[0].restartPolicy',
  ],
  [
    'one that ends has no probes',
    pod({
      initContainers: [
        box({
          name: 'prep',
          livenessProbe: { tcpSocket: { port: 1 } },
          readinessProbe: { tcpSocket: { port: 1 } },
          startupProbe: { tcpSocket: { port: 1 } },
          lifecycle: {},
        }),
      ],
    }),
    'field-forbidden spec.initContainers[0].lifecycle',
    'field-forbidden spec.initContainers[0].livenessProbe',
    'field-forbidden spec.initContainers[0].readinessProbe',
    'field-forbidden spec.initContainers[0].startupProbe',
  ],
  [
    'a size changes for cpu and memory',
    boxed({ resizePolicy: [{ resourceName: 'nvidia.com/gpu', restartPolicy: 'NotRequired' }] }),
    'value-unsupported spec.containers[0].resizePolicy',
  ],
  [
    'in a known way',
    boxed({ resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'Maybe' }] }),
    'value-unsupported spec.containers[0].resizePolicy',
  ],
  [
    'once for each',
    boxed({
      resizePolicy: [
        { resourceName: 'cpu', restartPolicy: 'NotRequired' },
        { resourceName: 'cpu', restartPolicy: 'NotRequired' },
      ],
    }),
    'value-duplicate spec.containers[0].resizePolicy[1]',
  ],
  [
    'without a restart where there is none',
    boxed({ resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }] }, { restartPolicy: 'Never' }),
    'contradiction spec.containers[0].resizePolicy',
  ],
  [
    'containers for debugging are not written',
    pod({ ephemeralContainers: [{ name: 'd', image: 'a' }] }),
    'field-forbidden spec.ephemeralContainers',
  ],
  [
    'every fault is found at once',
    pod({ containers: times(2, { name: 'A', image: '' }) }),
    'value-required spec.containers[0].image',
    'name-invalid spec.containers[0].name',
    'value-required spec.containers[1].image',
    'name-invalid spec.containers[1].name',
    'value-duplicate spec.containers[1].name',
  ],
]
