import type { Contradiction } from '../../model/codes/api.ts'
import type { Sentence } from './sentence.ts'

/** Two fields that do not go together. */
export const contradictions: Readonly<Record<Contradiction, Sentence>> = {
  'admin-without-escalation': {
    what: '`allowPrivilegeEscalation: false` and the capability `CAP_SYS_ADMIN` exclude each other.',
    fix: 'Remove `CAP_SYS_ADMIN` from `capabilities.add`.',
  },
  'claim-of-ephemeral': {
    what: 'This disk is the one that the pod makes for its own `ephemeral` volume.',
    fix: 'Give `claimName` the name of another disk.',
  },
  'cluster-ips-differ': {
    what: '`clusterIP` and the first of `clusterIPs` are not the same.',
    fix: 'Remove `clusterIPs`.',
  },
  'data-sources-differ': {
    what: '`dataSource` and `dataSourceRef` name different things to copy from.',
    fix: 'Remove `dataSource`.',
  },
  'deadline-before-ready': {
    what: '`progressDeadlineSeconds` is not longer than `minReadySeconds`, so every start would count as a failure.',
    fix: 'Write a larger `progressDeadlineSeconds`, or remove it (600 by default).',
  },
  'device-needs-disk': {
    what: 'Only a disk can be used as a raw device.',
    fix: 'Use `volumeMounts` for this volume, or make its source a `persistentVolumeClaim`.',
  },
  'domains-only-when-hard': {
    what: '`minDomains` only works with `whenUnsatisfiable: DoNotSchedule`.',
    fix: 'Remove `minDomains`.',
  },
  'exists-with-value': {
    what: 'A toleration with `operator: Exists` has no `value`.',
    fix: 'Remove `value`, or write `operator: Equal`.',
  },
  'fail-index-without-limit': {
    what: '`action: FailIndex` needs a number of tries for each index.',
    fix: 'Add `backoffLimitPerIndex: 1` to the spec of the Job.',
  },
  'failure-policy-restarts': {
    what: 'A Job with a `podFailurePolicy` must not restart its containers itself.',
    fix: 'Write `restartPolicy: Never`.',
  },
  'headless-outside': {
    what: 'A Service with `clusterIP: None` cannot be reached from outside.',
    fix: 'Remove `type`, or remove `clusterIP`.',
  },
  'health-port-unused': {
    what: '`healthCheckNodePort` has no meaning for this Service.',
    fix: 'Remove `healthCheckNodePort`.',
  },
  'host-and-shared-processes': {
    what: '`hostPID` and `shareProcessNamespace` exclude each other.',
    fix: 'Remove `hostPID`.',
  },
  'host-port-differs': {
    what: 'On the network of the machine, `hostPort` and `containerPort` are one and the same.',
    fix: 'Remove `hostPort`.',
  },
  'host-process-differs': {
    what: '`hostProcess` of this container differs from that of the pod.',
    fix: 'Remove `hostProcess` here.',
  },
  'host-process-mixed': {
    what: 'Some containers are processes of the machine and some are not.',
    fix: 'Remove `hostProcess` everywhere.',
  },
  'host-process-network': {
    what: 'Containers with `hostProcess` must use the network of the machine.',
    fix: 'Remove `hostProcess`.',
  },
  'ingress-classes-differ': {
    what: 'The annotation `kubernetes.io/ingress.class` and `ingressClassName` differ.',
    fix: 'Remove the annotation.',
  },
  'label-key-twice': {
    what: 'This label key is named twice, in two places that exclude each other.',
    fix: 'Remove it here.',
  },
  'label-made-by-server': {
    what: 'The cluster writes this label itself, with a value of its own.',
    fix: 'Remove the label from the template.',
  },
  'mirror-with-secrets': {
    what: 'A pod with the annotation `kubernetes.io/config.mirror` cannot use accounts, secrets or tokens.',
    fix: 'Remove the annotation.',
  },
  'mirror-without-node': {
    what: 'The annotation `kubernetes.io/config.mirror` is for pods that a machine started by itself.',
    fix: 'Remove the annotation.',
  },
  'mount-and-device': {
    what: 'The same volume or path stands in `volumeMounts` and in `volumeDevices`.',
    fix: 'Remove it from `volumeDevices`.',
  },
  'needs-indexed': {
    what: 'This works only when the parts of a Job are numbered.',
    fix: 'Add `completionMode: Indexed` and `completions`, or remove this field.',
  },
  'no-key-without-exists': {
    what: 'A toleration without `key` tolerates everything, and then must say `operator: Exists`.',
    fix: 'Add the `key` of the taint that the pod should tolerate.',
  },
  'none-alone': {
    what: '`None` must be the only entry of `clusterIPs`.',
    fix: 'Remove the other entries.',
  },
  'outside-policy-inside': {
    what: '`externalTrafficPolicy` is for Services that are reached from outside; this one is not.',
    fix: 'Remove `externalTrafficPolicy`.',
  },
  'owned-by-event': {
    what: 'An Event cannot own anything.',
    fix: 'Remove `ownerReferences`.',
  },
  'privileged-without-escalation': {
    what: '`privileged: true` and `allowPrivilegeEscalation: false` exclude each other.',
    fix: 'Remove `privileged`.',
  },
  'profile-without-localhost': {
    what: '`localhostProfile` only works with `type: Localhost`.',
    fix: 'Remove `localhostProfile`.',
  },
  'readiness-never-ends': {
    what: 'A `readinessProbe` ends nothing, so it has no `terminationGracePeriodSeconds`.',
    fix: 'Remove `terminationGracePeriodSeconds` here.',
  },
  'resize-restarts-never': {
    what: 'With `restartPolicy: Never` a container cannot restart to change its size.',
    fix: 'Write `restartPolicy: NotRequired` in `resizePolicy`.',
  },
  'seconds-without-no-execute': {
    what: '`tolerationSeconds` only works with `effect: NoExecute`.',
    fix: 'Remove `tolerationSeconds`, or write `effect: NoExecute`.',
  },
  'selector-made-by-server': {
    what: 'The cluster chooses how a Job finds its pods.',
    fix: 'Remove `selector`.',
  },
  'success-is-no-failure': {
    what: 'Exit code 0 means success and cannot be a failure.',
    fix: 'Remove 0 from `values`.',
  },
  'sysctl-of-host': {
    what: 'This kernel setting belongs to the machine, because the pod shares its network or its memory segments.',
    fix: 'Remove the setting.',
  },
  'text-and-bytes': {
    what: 'The same key stands in `data` and in `binaryData`.',
    fix: 'Remove it from `binaryData`.',
  },
  'topology-annotations-differ': {
    what: 'The annotations `topology-mode` and `topology-aware-hints` differ.',
    fix: 'Remove `service.kubernetes.io/topology-aware-hints`.',
  },
  'two-controllers': {
    what: 'Two owners say that they control this object.',
    fix: 'Remove `ownerReferences`.',
  },
  'two-families-one-stack': {
    what: 'Two kinds of addresses are asked for, and `ipFamilyPolicy` allows one.',
    fix: 'Remove `ipFamilies` and `ipFamilyPolicy`.',
  },
  'two-finalizers': {
    what: 'The finalizers `orphan` and `foregroundDeletion` exclude each other.',
    fix: 'Remove `finalizers`.',
  },
  'unmasked-with-host-users': {
    what: '`procMount: Unmasked` needs users of the pod’s own.',
    fix: 'Remove `procMount`.',
  },
  'update-never-moves': {
    what: '`maxUnavailable` and `maxSurge` are both 0, so an update could never begin.',
    fix: 'Write `maxSurge: 1`.',
  },
}
