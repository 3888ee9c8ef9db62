import { conditions } from './pod-status.ts'
import { type Stage, stage, status } from './stage.ts'

/** A machine whose kubelet lives says that it is ready: at first, and when it comes back. */
export const nodeStages: readonly Stage[] = [
  stage({
    name: 'node-ready',
    group: 'v1',
    kind: 'Node',
    when: 'any(.status.conditions[]?; .type == "Ready" and .status == "True") | not',
    steps: [
      status(
        conditions(
          { Ready: true, MemoryPressure: false, DiskPressure: false, PIDPressure: false, NetworkUnavailable: false },
          'Kubelet',
        ),
      ),
    ],
  }),
]
