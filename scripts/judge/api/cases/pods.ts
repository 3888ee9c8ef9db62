import type { JsonObject } from '../../../model/json.ts'
import type { Manifest } from '../../../model/manifest.ts'
import { box, boxed, deployment, job, pod, times, type Case } from './manifests.ts'

const boxedWith = (securityContext: JsonObject, annotations: JsonObject): Manifest =>
  pod({ containers: [box({ securityContext })] }, { annotations })

export const podCases: readonly Case[] = [
  [
    'a pod may have no spec, and then no containers',
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'alice-dev' } },
    'value-required spec.containers',
  ],
  [
    'a pod may have no metadata, and then no name',
    { apiVersion: 'v1', kind: 'Pod', spec: { containers: [box()] } },
    'value-required metadata.name',
  ],
  ['a deadline is a second at least', pod({ activeDeadlineSeconds: 0 }), 'out-of-range spec.activeDeadlineSeconds'],
  [
    'a deadline is 68 years at most',
    pod({ activeDeadlineSeconds: 2147483648 }),
    'out-of-range spec.activeDeadlineSeconds',
  ],
  [
    'names of other things',
    pod({
      serviceAccountName: 'A',
      nodeName: 'B',
      hostname: 'c.d',
      subdomain: 'E',
      priorityClassName: 'F',
      runtimeClassName: 'G',
    }),
    'name-invalid spec.serviceAccountName',
    'name-invalid spec.nodeName',
    'name-invalid spec.hostname',
    'name-invalid spec.subdomain',
    'name-invalid spec.priorityClassName',
    'name-invalid spec.runtimeClassName',
  ],
  ['the old word for the account', pod({ serviceAccount: 'A' }), 'name-invalid spec.serviceAccountName'],
  ['which the new word hides', pod({ serviceAccount: 'A', serviceAccountName: 'b' })],
  ['a runtime has a name', pod({ runtimeClassName: '' }), 'name-invalid spec.runtimeClassName'],
  [
    'machines are picked by labels',
    pod({ nodeSelector: { 'a b': 'c d' } }),
    'name-invalid spec.nodeSelector',
    'name-invalid spec.nodeSelector',
  ],
  [
    'a gate has the form of a key',
    pod({ schedulingGates: [{ name: 'a b' }, { name: 'c' }, { name: 'c' }] }),
    'name-invalid spec.schedulingGates[0]',
    'value-duplicate spec.schedulingGates[2]',
  ],
  [
    'a pod that waits has no machine',
    pod({ schedulingGates: [{ name: 'a' }], nodeName: 'n' }),
    'field-forbidden spec.nodeName',
  ],
  [
    'a condition has the form of a key',
    pod({ readinessGates: [{ conditionType: 'a b' }] }),
    'name-invalid spec.readinessGates[0].conditionType',
  ],
  ['a toleration of everything', pod({ tolerations: [{ operator: 'Exists' }] })],
  ['a toleration of nothing', pod({ tolerations: [{}] }), 'contradiction spec.tolerations[0].operator'],
  [
    'a toleration with a key',
    pod({ tolerations: [{ key: 'a b', operator: 'Exists' }] }),
    'name-invalid spec.tolerations[0].key',
  ],
  [
    'a toleration that exists has no value',
    pod({ tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] }),
    'contradiction spec.tolerations[0].operator',
  ],
  [
    'a toleration with a value',
    pod({ tolerations: [{ key: 'a', value: 'b c' }] }),
    'name-invalid spec.tolerations[0].operator',
  ],

  [
    'a toleration for a while',
    pod({ tolerations: [{ key: 'a', operator: 'Exists', tolerationSeconds: 5 }] }),
    'contradiction spec.tolerations[0].effect',
  ],
  [
    'of what would end it',
    pod({ tolerations: [{ key: 'a', operator: 'Exists', tolerationSeconds: 5, effect: 'NoExecute' }] }),
  ],
  [
    'a machine by values',
    pod({
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              {
                matchExpressions: [
                  { key: 'a', operator: 'In' },
                  { key: 'b', operator: 'Exists', values: ['c'] },
                  { key: 'd', operator: 'Gt', values: ['1', '2'] },
                  { key: 'e f', operator: 'Exists' },
                ],
              },
            ],
          },
        },
      },
    }),
    'value-required spec.affinity.nodeAffinity.requiredDuringSchedu….nodeSelectorTerms[0].matchExpressions[0].values',
    'field-forbidden spec.affinity.nodeAffinity.requiredDuringSchedu….nodeSelectorTerms[0].matchExpressions[1].values',
    'one-value-needed spec.affinity.nodeAffinity.requiredDuringSchedu….nodeSelectorTerms[0].matchExpressions[2].values',
    'name-invalid spec.affinity.nodeAffinity.requiredDuringSchedu….nodeSelectorTerms[0].matchExpressions[3].key',
  ],
  [
    'a machine by some term',
    pod({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } } }),
    'value-required spec.affinity.nodeAffinity.requiredDuringSchedu….nodeSelectorTerms',
  ],
  [
    'a value that no machine can have',
    pod({
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['b c'] }] }],
          },
        },
      },
    }),
    'name-invalid spec.affinity.nodeAffinity.requiredDuringSchedu….nodeSelectorTerms[0].matchExpressions[0].values[0]',
  ],
  [
    'may still be liked',
    pod({
      affinity: {
        nodeAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            { weight: 1, preference: { matchExpressions: [{ key: 'a', operator: 'In', values: ['b c'] }] } },
          ],
        },
      },
    }),
  ],
  [
    'how much it is liked',
    pod({
      affinity: {
        nodeAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            { weight: 0, preference: {} },
            { weight: 101, preference: {} },
          ],
        },
      },
    }),
    'out-of-range spec.affinity.nodeAffinity.preferredDuringSched…[0].weight',
    'out-of-range spec.affinity.nodeAffinity.preferredDuringSched…[1].weight',
  ],
  [
    'a machine by its name',
    pod({
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              {
                matchFields: [
                  { key: 'metadata.name', operator: 'In', values: ['a', 'B'] },
                  { key: 'spec.x', operator: 'Exists' },
                ],
              },
            ],
          },
        },
      },
    }),
    'one-value-needed spec.affinity.nodeAffinity.requiredDuringSchedu….nodeSelectorTerms[0].matchFields[0].values',
    'name-invalid spec.affinity.nodeAffinity.requiredDuringSchedu….nodeSelectorTerms[0].matchFields[0].values[1]',
    'operator-unknown spec.affinity.nodeAffinity.requiredDuringSchedu….nodeSelectorTerms[0].matchFields[1].operator',
    'value-malformed spec.affinity.nodeAffinity.requiredDuringSchedu….nodeSelectorTerms[0].matchFields[1].key',
  ],
  [
    'near other pods',
    pod({
      affinity: {
        podAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            {
              topologyKey: '',
              namespaces: ['a.b'],
              labelSelector: { matchExpressions: [{ key: 'a b', operator: 'Like', values: ['c d'] }] },
            },
          ],
        },
      },
    }),
    'value-required spec.affinity.podAffinity.requiredDuringSchedu…[0].topologyKey',
    'name-invalid spec.affinity.podAffinity.requiredDuringSchedu…[0].namespace',
    'operator-unknown spec.affinity.podAffinity.requiredDuringSchedu…[0].labelSelector.matchExpressions[0].operator',
    'name-invalid spec.affinity.podAffinity.requiredDuringSchedu…[0].labelSelector.matchExpressions[0].key',
    'name-invalid spec.affinity.podAffinity.requiredDuringSchedu…[0].labelSelector.matchExpressions[0].values[0]',
  ],
  [
    'not near other pods',
    pod({
      affinity: {
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            { weight: 0, podAffinityTerm: { topologyKey: 'a b', namespaceSelector: { matchLabels: { a: 'b c' } } } },
          ],
        },
      },
    }),
    'out-of-range spec.affinity.podAntiAffinity.preferredDuringSched…[0].weight',
    'name-invalid spec.affinity.podAntiAffinity.preferredDuringSched…[0].podAffinityTerm.topologyKey',
    'name-invalid spec.affinity.podAntiAffinity.preferredDuringSched…[0].podAffinityTerm.namespaceSelector.matchLabels',
  ],
  [
    'by labels of its own',
    pod({
      affinity: {
        podAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            { topologyKey: 'a', matchLabelKeys: ['k'] },
            { topologyKey: 'a', labelSelector: {}, matchLabelKeys: ['k', 'l m'], mismatchLabelKeys: ['k'] },
          ],
        },
      },
    }),
    'field-forbidden spec.affinity.podAffinity.requiredDuringSchedu…[0].matchLabelKeys',
    'name-invalid spec.affinity.podAffinity.requiredDuringSchedu…[1].matchLabelKeys[1]',
    'contradiction spec.affinity.podAffinity.requiredDuringSchedu…[1].matchLabelKeys[0]',
  ],
  [
    'spread',
    pod({ topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' }] }),
  ],
  [
    'spread by a step',
    pod({
      topologySpreadConstraints: [{ maxSkew: 0, topologyKey: '', whenUnsatisfiable: 'DoNotSchedule', minDomains: 0 }],
    }),
    'value-required spec.topologySpreadConstraints[0].topologyKey',
    'out-of-range spec.topologySpreadConstraints[0].maxSkew',
    'out-of-range spec.topologySpreadConstraints[0].minDomains',
  ],
  [
    'spread over enough',
    pod({
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'a', whenUnsatisfiable: 'ScheduleAnyway', minDomains: 1 }],
    }),
    'contradiction spec.topologySpreadConstraints[0].minDomains',
  ],
  [
    'spread once',
    pod({ topologySpreadConstraints: times(2, { maxSkew: 1, topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule' }) }),
    'value-duplicate spec.topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}',
  ],
  [
    'spread by labels',
    pod({
      topologySpreadConstraints: [
        { maxSkew: 1, topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule', matchLabelKeys: ['k'] },
      ],
    }),
    'field-forbidden spec.topologySpreadConstraints[0].matchLabelKeys',
  ],
  [
    'which the selector does not have',
    pod({
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'a',
          whenUnsatisfiable: 'DoNotSchedule',
          matchLabelKeys: ['k', 'l m'],
          labelSelector: { matchLabels: { k: 'v' } },
        },
      ],
    }),
    'name-invalid spec.topologySpreadConstraints[0].matchLabelKeys[1]',
    'contradiction spec.topologySpreadConstraints[0].matchLabelKeys[0]',
  ],
  ['a pod without names of the cluster', pod({ dnsPolicy: 'None' }), 'value-required spec.dnsConfig'],
  ['brings servers', pod({ dnsPolicy: 'None', dnsConfig: {} }), 'value-required spec.dnsConfig.nameservers'],
  [
    'three at most',
    pod({ dnsConfig: { nameservers: times(4, '10.0.0.1') } }),
    'list-too-long spec.dnsConfig.nameservers',
  ],
  [
    'by address',
    pod({ dnsConfig: { nameservers: ['dns.example.org'], searches: ['a b', 'c_d.', '.'], options: [{}] } }),
    'value-malformed spec.dnsConfig.nameservers[0]',
    'name-invalid spec.dnsConfig.searches[0]',
    'value-required spec.dnsConfig.options[0]',
  ],
  ['and 32 domains', pod({ dnsConfig: { searches: times(33, 'a') } }), 'list-too-long spec.dnsConfig.searches'],
  [
    'of 2048 characters',
    pod({ dnsConfig: { searches: times(10, `${'a.'.repeat(120)}b`) } }),
    'list-too-long spec.dnsConfig.searches',
  ],
  [
    'names of hosts',
    pod({ hostAliases: [{ ip: '10.0.0', hostnames: ['A'] }] }),
    'value-malformed spec.hostAliases[0].ip',
    'name-invalid spec.hostAliases[0].hostnames[0]',
  ],
  [
    'an old address has zeros in front',
    pod({ hostAliases: [{ ip: '010.000.000.001' }, { ip: '::ffff:1.2.3.4' }, { ip: 'fe80::1' }] }),
  ],
  [
    'addresses that are none',
    pod({ dnsConfig: { nameservers: ['1:2:3:4:5:6:7:8:9', '1::2::3', ':1'] } }),
    'value-malformed spec.dnsConfig.nameservers[0]',
    'value-malformed spec.dnsConfig.nameservers[1]',
    'value-malformed spec.dnsConfig.nameservers[2]',
  ],
  [
    'and others',
    pod({ dnsConfig: { nameservers: ['1.2.3.256', '1::', '1:2:3:4:5:6:7::8'] } }),
    'value-malformed spec.dnsConfig.nameservers[0]',
    'value-malformed spec.dnsConfig.nameservers[2]',
  ],
  [
    'users and groups',
    pod({ securityContext: { runAsUser: -1, runAsGroup: 2147483648, fsGroup: -1, supplementalGroups: [0, -1] } }),
    'out-of-range spec.securityContext.runAsUser',
    'out-of-range spec.securityContext.runAsGroup',
    'out-of-range spec.securityContext.fsGroup',
    'out-of-range spec.securityContext.supplementalGroups[1]',
  ],
  [
    'users of a container',
    boxed({ securityContext: { runAsUser: -1, runAsGroup: -1 } }),
    'out-of-range spec.containers[0].securityContext.runAsUser',
    'out-of-range spec.containers[0].securityContext.runAsGroup',
  ],
  [
    'privileged or not',
    boxed({ securityContext: { privileged: true, allowPrivilegeEscalation: false } }),
    'contradiction spec.containers[0].securityContext',
  ],
  [
    'the right that is all rights',
    boxed({ securityContext: { capabilities: { add: ['CAP_SYS_ADMIN'] }, allowPrivilegeEscalation: false } }),
    'contradiction spec.containers[0].securityContext',
  ],
  [
    'which by its short name the server does not know',
    boxed({ securityContext: { capabilities: { add: ['SYS_ADMIN'] }, allowPrivilegeEscalation: false } }),
  ],
  [
    'an open view of the machine',
    boxed({ securityContext: { procMount: 'Unmasked' } }),
    'contradiction spec.containers[0].securityContext.procMount',
  ],
  ['for users of its own', boxed({ securityContext: { procMount: 'Unmasked' } }, { hostUsers: false })],
  [
    'who stay apart',
    pod({ hostUsers: false, hostNetwork: true, hostPID: true, hostIPC: true }),
    'field-forbidden spec.hostNetwork',
    'field-forbidden spec.HostPID',
    'field-forbidden spec.HostIPC',
  ],
  [
    'a seccomp profile of the machine',
    boxed({ securityContext: { seccompProfile: { type: 'Localhost' } } }),
    'value-required spec.containers[0].securityContext.seccompProfile.localhostProfile',
  ],
  [
    'by a path',
    pod({ securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: '/a' } } }),
    'value-malformed spec.securityContext.seccompProfile.localhostProfile',
  ],
  [
    'or none',
    pod({ securityContext: { seccompProfile: { type: 'Unconfined', localhostProfile: 'a' } } }),
    'contradiction spec.securityContext.seccompProfile.localhostProfile',
  ],
  [
    'an AppArmor profile of the machine',
    boxed({ securityContext: { appArmorProfile: { type: 'Localhost' } } }),
    'value-required spec.containers[0].securityContext.appArmorProfile.localhostProfile',
  ],
  [
    'without spaces',
    boxed({ securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: ' a' } } }),
    'value-malformed spec.containers[0].securityContext.appArmorProfile.localhostProfile',
  ],
  [
    'not too long',
    pod({ securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: 'a'.repeat(4096) } } }),
    'too-large spec.securityContext.appArmorProfile.localhostProfile',
  ],
  [
    'or none at all',
    pod({ securityContext: { appArmorProfile: { type: 'RuntimeDefault', localhostProfile: 'a' } } }),
    'contradiction spec.securityContext.appArmorProfile.localhostProfile',
  ],
  [
    'settings of the kernel',
    pod({
      securityContext: {
        sysctls: [
          { name: '', value: '' },
          { name: 'A', value: '' },
          { name: 'net.a', value: '' },
          { name: 'net.a', value: '' },
        ],
      },
    }),
    'value-required spec.securityContext.sysctls[0].name',
    'value-malformed spec.securityContext.sysctls[1].name',
    'value-duplicate spec.securityContext.sysctls[3].name',
  ],
  [
    'that belong to the network',
    pod({ hostNetwork: true, securityContext: { sysctls: [{ name: 'net/ipv4/x', value: '1' }] } }),
    'contradiction spec.securityContext.sysctls[0].name',
  ],
  [
    'or to memory',
    pod({
      hostIPC: true,
      securityContext: {
        sysctls: [
          { name: 'kernel.shmmax', value: '1' },
          { name: 'fs.mqueue.x', value: '1' },
        ],
      },
    }),
    'contradiction spec.securityContext.sysctls[0].name',
    'contradiction spec.securityContext.sysctls[1].name',
  ],
  [
    'processes of the machine and of the pod',
    pod({ hostPID: true, shareProcessNamespace: true }),
    'contradiction spec.securityContext.shareProcessNamespace',
  ],

  [
    'Linux without Windows',
    pod({
      os: { name: 'linux' },
      securityContext: { windowsOptions: {} },
      containers: [box({ securityContext: { windowsOptions: {} } })],
    }),
    'field-forbidden spec.securityContext.windowsOptions',
    'field-forbidden spec.containers[0].securityContext.windowsOptions',
  ],
  [
    'Windows without Linux',
    pod({
      os: { name: 'windows' },
      hostPID: true,
      hostIPC: true,
      hostUsers: true,
      shareProcessNamespace: false,
      securityContext: { runAsUser: 1, sysctls: [{ name: 'a', value: '' }] },
      containers: [box({ securityContext: { privileged: false } })],
    }),
    'field-forbidden spec.hostUsers',
    'field-forbidden spec.shareProcessNamespace',
    'field-forbidden spec.hostPID',
    'field-forbidden spec.hostIPC',
    'field-forbidden spec.securityContext.sysctls',
    'field-forbidden spec.securityContext.runAsUser',
    'field-forbidden spec.containers[0].securityContext.privileged',
  ],
  ['another system', pod({ os: { name: 'plan9' } }), 'value-unsupported spec.os'],
  ['no system', pod({ os: { name: '' } }), 'value-required spec.os.name'],
  [
    'users of Windows',
    boxed({
      securityContext: {
        windowsOptions: { runAsUserName: 'a/b', gmsaCredentialSpecName: 'A', gmsaCredentialSpec: '' },
      },
    }),
    'value-malformed spec.containers[0].securityContext.windowsOptions.runAsUserName',
    'name-invalid spec.containers[0].securityContext.windowsOptions.gmsaCredentialSpecName',
    'value-malformed spec.containers[0].securityContext.windowsOptions.gmsaCredentialSpec',
  ],
  [
    'users of a domain of Windows',
    boxed({ securityContext: { windowsOptions: { runAsUserName: 'a\\b\\c', gmsaCredentialSpec: 'x'.repeat(65537) } } }),
    'value-malformed spec.containers[0].securityContext.windowsOptions.runAsUserName',
    'value-malformed spec.containers[0].securityContext.windowsOptions.gmsaCredentialSpec',
  ],
  [
    'a user’s name is counted in bytes',
    boxed({ securityContext: { windowsOptions: { runAsUserName: 'ü'.repeat(53) } } }),
    'value-malformed spec.containers[0].securityContext.windowsOptions.runAsUserName',
  ],
  [
    'a domain’s name in signs',
    boxed({ securityContext: { windowsOptions: { runAsUserName: `${'😀'.repeat(15)}\\x` } } }),
  ],
  ['who is allowed', boxed({ securityContext: { windowsOptions: { runAsUserName: 'NT AUTHORITY\\SYSTEM' } } })],
  [
    'processes of Windows itself',
    boxed({ securityContext: { windowsOptions: { hostProcess: true } } }),
    'contradiction spec.hostNetwork',
  ],
  [
    'all or none',
    pod({
      hostNetwork: true,
      securityContext: { windowsOptions: { hostProcess: true } },
      containers: [box(), box({ name: 'aux', securityContext: { windowsOptions: { hostProcess: false } } })],
    }),
    'contradiction spec.containers[1].securityContext.windowsOptions.hostProcess',
    'contradiction spec',
  ],
  [
    'an annotation for a pod of the machine',
    pod({}, { annotations: { 'kubernetes.io/config.mirror': 'x' } }),
    'contradiction metadata.annotations[kubernetes.io/config.mirror]',
  ],
  ...[
    { serviceAccountName: 'default' },
    { imagePullSecrets: [{ name: 's' }] },
    { volumes: [{ name: 'v', secret: { secretName: 's' } }] },
  ].map((uses): Case => [
    `a pod of a machine has no ${Object.keys(uses)[0]}`,
    pod({ nodeName: 'n', ...uses }, { annotations: { 'kubernetes.io/config.mirror': 'x' } }),
    'contradiction metadata.annotations[kubernetes.io/config.mirror]',
  ]),
  ['a pod of a machine', pod({ nodeName: 'n' }, { annotations: { 'kubernetes.io/config.mirror': 'x' } })],
  ['a priority without a class is 0', pod({ priority: 5 }), 'field-forbidden spec.priority'],
  ['a priority of 0 is that of no class', pod({ priority: 0, preemptionPolicy: 'PreemptLowerPriority' })],
  [
    'a class has a priority of its own',
    pod({
      priorityClassName: 'system-node-critical',
      priority: 2_000_001_000,
      preemptionPolicy: 'PreemptLowerPriority',
    }),
    'class-decides spec.priority',
    'class-decides spec.preemptionPolicy',
  ],
  [
    'a pod without a class may push others aside',
    pod({ preemptionPolicy: 'Never' }),
    'field-forbidden spec.preemptionPolicy',
  ],
  ['the priority of pods that will be made is not looked at', job({}, { priority: 5, preemptionPolicy: 'Never' })],
  [
    'an annotation that is a number',
    pod({}, { annotations: { 'controller.kubernetes.io/pod-deletion-cost': '1.5' } }),
    'value-malformed metadata.annotations[controller.kubernetes.io/pod-deletion-cost]',
  ],
  [
    'up to 2³¹',
    pod({}, { annotations: { 'controller.kubernetes.io/pod-deletion-cost': '2147483648' } }),
    'value-malformed metadata.annotations[controller.kubernetes.io/pod-deletion-cost]',
  ],
  [
    'without a plus',
    pod({}, { annotations: { 'controller.kubernetes.io/pod-deletion-cost': '+1' } }),
    'value-malformed metadata.annotations[controller.kubernetes.io/pod-deletion-cost]',
  ],
  [
    'an annotation for seccomp',
    pod({}, { annotations: { 'seccomp.security.alpha.kubernetes.io/pod': 'none' } }),
    'value-malformed metadata.annotations.seccomp.security.alpha.kubernetes.io/pod',
  ],
  [
    'an annotation with a path',
    pod({}, { annotations: { 'container.seccomp.security.alpha.kubernetes.io/main': 'localhost//a' } }),
    'value-malformed metadata.annotations.container.seccomp.security.alpha.kubernetes.io/main',
  ],
  [
    'an annotation that says the same',
    pod(
      { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } },
      { annotations: { 'seccomp.security.alpha.kubernetes.io/pod': 'docker/default' } },
    ),
  ],
  [
    'an annotation that says something else',
    pod(
      { securityContext: { seccompProfile: { type: 'Unconfined' } } },
      { annotations: { 'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default' } },
    ),
    'field-forbidden spec.securityContext.seccompProfile.type',
  ],
  [
    'an annotation with another path',
    boxedWith(
      { seccompProfile: { type: 'Localhost', localhostProfile: 'a' } },
      { 'container.seccomp.security.alpha.kubernetes.io/main': 'localhost/b' },
    ),
    'field-forbidden spec.containers[0].securityContext.seccompProfile.localhostProfile',
  ],
  [
    'an annotation for AppArmor',
    pod({}, { annotations: { 'container.apparmor.security.beta.kubernetes.io/other': 'x' } }),
    'value-malformed metadata.annotations[container.apparmor.security.beta.kubernetes.io/other]',
    'value-malformed metadata.annotations[container.apparmor.security.beta.kubernetes.io/other]',
  ],
  [
    'an annotation for AppArmor that says something else',
    boxedWith(
      { appArmorProfile: { type: 'RuntimeDefault' } },
      { 'container.apparmor.security.beta.kubernetes.io/main': 'unconfined' },
    ),
    'field-forbidden spec.containers[0].securityContext.appArmorProfile.type',
  ],
  [
    'an annotation for AppArmor with another path',
    boxedWith(
      { appArmorProfile: { type: 'Localhost', localhostProfile: 'a' } },
      { 'container.apparmor.security.beta.kubernetes.io/main': 'localhost/b' },
    ),
    'field-forbidden spec.containers[0].securityContext.appArmorProfile.localhostProfile',
  ],
  [
    'an annotation for AppArmor, where the profile is the pod’s',
    pod(
      { securityContext: { appArmorProfile: { type: 'Unconfined' } } },
      { annotations: { 'container.apparmor.security.beta.kubernetes.io/main': 'runtime/default' } },
    ),
  ],
  ['a template may have an image with spaces', deployment({}, { containers: [box({ image: ' a' })] })],
  [
    'a template fills in no ports of the machine',
    job({}, { hostNetwork: true, containers: [box({ ports: [{ containerPort: 1 }, { containerPort: 1 }] })] }),
  ],
  [
    'a template has labels',
    deployment({
      template: {
        metadata: { labels: { app: 'x', 'a b': 'c d' }, annotations: { 'a b': '' } },
        spec: { containers: [box()] },
      },
    }),
    'name-invalid spec.template.labels',
    'name-invalid spec.template.labels',
    'name-invalid spec.template.annotations',
  ],
  [
    'a label that the selector has, and the pod',
    pod(
      {
        affinity: {
          podAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [
              { topologyKey: 'a', matchLabelKeys: ['k'], labelSelector: { matchLabels: { k: 'v' } } },
            ],
          },
        },
      },
      { labels: { k: 'v' } },
    ),
    'contradiction spec.affinity.podAffinity.requiredDuringSchedu…[0].matchLabelKeys[0]',
  ],
  [
    'a label that the selector has once',
    pod({
      affinity: {
        podAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            { topologyKey: 'a', matchLabelKeys: ['k'], labelSelector: { matchLabels: { k: 'v' } } },
          ],
        },
      },
    }),
  ],
  [
    'a label that the selector has twice',
    pod({
      affinity: {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            {
              topologyKey: 'a',
              matchLabelKeys: ['k'],
              labelSelector: {
                matchExpressions: [
                  { key: 'k', operator: 'Exists' },
                  { key: 'k', operator: 'Exists' },
                ],
              },
            },
          ],
        },
      },
    }),
    'contradiction spec.affinity.podAntiAffinity.requiredDuringSchedu…[0].matchLabelKeys[0]',
  ],
  [
    'a label of a template is not added',
    job({
      template: {
        metadata: { labels: { k: 'v' } },
        spec: {
          containers: [box()],
          restartPolicy: 'Never',
          affinity: {
            podAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [
                { topologyKey: 'a', matchLabelKeys: ['k'], labelSelector: { matchLabels: { k: 'v' } } },
              ],
            },
          },
        },
      },
    }),
  ],
  [
    'the tolerations of old',
    pod({}, { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '[]' } }),
    'silently-dropped metadata.annotations[scheduler.alpha.kubernetes.io/tolerations]',
  ],
  ['files are labelled one by one', pod({ securityContext: { seLinuxChangePolicy: 'Recursive' } })],
  [
    'and not by mounting',
    pod({ securityContext: { seLinuxChangePolicy: 'MountOption' } }),
    'value-unsupported spec.securityContext.seLinuxChangePolicy',
  ],
]
