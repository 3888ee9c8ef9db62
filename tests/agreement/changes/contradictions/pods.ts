import type { Contradictions } from './rows.ts'
import type { JsonObject } from '../../../../scripts/model/json.ts'

const box = (name: string): JsonObject => ({ name, image: 'a' })

/** Pods. */
export const pods: Contradictions = {
  PodSpec: [
    { containers: [] },
    { initContainers: [box('main')] },
    { containers: [box('main'), box('main')] },
    { hostUsers: false, hostNetwork: true },
    { hostUsers: false },
    { shareProcessNamespace: true, hostPID: true },
    { dnsPolicy: 'None' },
    { dnsPolicy: 'None', dnsConfig: { searches: ['a'] } },
    { restartPolicy: 'Always' },
    { restartPolicy: 'OnFailure' },
    { restartPolicy: 'Never' },
    { nodeName: 'n', schedulingGates: [{ name: 'a/b' }] },
    { schedulingGates: [{ name: 'a' }, { name: 'a' }] },
    { os: { name: 'windows' } },
    { os: { name: 'linux' }, securityContext: { windowsOptions: { runAsUserName: 'x' } } },
    { securityContext: { windowsOptions: { hostProcess: true } } },
    { securityContext: { windowsOptions: { hostProcess: true } }, hostNetwork: true },
    { hostNetwork: true },
    { hostNetwork: true, securityContext: { sysctls: [{ name: 'net.x', value: '1' }] } },
    { hostIPC: true, securityContext: { sysctls: [{ name: 'kernel.shmmax', value: '1' }] } },
    { terminationGracePeriodSeconds: 0 },
    { terminationGracePeriodSeconds: -1 },
    { activeDeadlineSeconds: 1 },
    { priority: 7 },
    { priority: 0 },
    { priorityClassName: 'nearly', preemptionPolicy: 'Never' },
    { preemptionPolicy: 'Never' },
    { preemptionPolicy: 'PreemptLowerPriority' },
    { overhead: { cpu: '1' } },
    { overhead: { cpu: '1' }, runtimeClassName: 'gvisor' },
    { serviceAccount: 'one', serviceAccountName: 'two' },
    { serviceAccount: 'Bad_', serviceAccountName: 'default' },
    { volumes: [{ name: 'v' }, { name: 'v' }] },
    { volumes: [{ name: 'v', emptyDir: {}, hostPath: { path: '/' } }] },
    { ephemeralContainers: [box('debug')] },
    { resourceClaims: [{ name: 'a', resourceClaimName: 'b' }] },
    { resources: { limits: { cpu: '1' } } },
    {
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'a', whenUnsatisfiable: 'ScheduleAnyway', minDomains: 1 }],
    },
    { tolerations: [{ operator: 'Exists', value: 'x' }] },
    { tolerations: [{ operator: 'Equal' }] },
    { tolerations: [{ key: 'a', tolerationSeconds: 1, effect: 'NoSchedule' }] },
  ],
}
