import type { Container, EnvVar, PodSpec } from 'kubernetes-types/core/v1.js'
import type { Ask, Asked } from './ask.ts'
import { standInImage } from './check-image.ts'
import { clone } from './clone.ts'
import { context } from './context.ts'
import { patchedContainer, patchedPod } from './patched.ts'
import { placement } from './placement.ts'
import { roomOf, type Room } from './room.ts'
import { coresText, sizeText } from './sizes.ts'
import { volumesOf } from './volumes.ts'

/** What a kind of workload adds to what its options say. */
export interface PodShape {
  readonly command: readonly string[]
  readonly ports?: readonly number[]
  readonly fields?: Pick<PodSpec, 'activeDeadlineSeconds' | 'restartPolicy' | 'priorityClassName'>
}

type Amounts = Readonly<Record<string, string>>

/** The pod of every workload: one container, its disks, its code, and the machines that will do. */
export function podOf({ template, asked }: Ask, shape: PodShape): PodSpec {
  const room = roomOf(template, asked)
  const amounts = amountsOf(asked, room)
  const secrets = secretVariables(asked)
  const { volumes, mounts } = volumesOf(asked, asked.shm ?? room.memory / 2)
  const init = clone(asked, secrets, twice(amounts))
  const env = [...(asked.env ?? []).map(([name, value]) => ({ name, value })), ...secrets]
  const main: Container = {
    name: 'main',
    image: asked.image ?? standInImage,
    command: [...shape.command],
    ...(asked.code && { workingDir: '/code' }),
    ...(env.length > 0 && { env }),
    ...(shape.ports && { ports: shape.ports.map((containerPort) => ({ containerPort })) }),
    resources: twice({ ...amounts, ...cards(asked) }),
    volumeMounts: mounts,
  }
  const pod = {
    ...shape.fields,
    affinity: placement(asked),
    automountServiceAccountToken: false,
    ...(init.length > 0 && { initContainers: init }),
    containers: [patchedContainer(main, asked.patch?.container)],
    volumes,
  }
  return patchedPod(pod, asked.patch?.pod)
}

function amountsOf({ scratch }: Asked, { cpu, memory }: Room): Amounts {
  const space = scratch === undefined ? {} : { 'ephemeral-storage': sizeText(scratch) }
  return { cpu: coresText(cpu), memory: sizeText(memory), ...space }
}

function cards({ gpu }: Asked): Amounts {
  return gpu === undefined ? {} : { [gpu.kind.resource]: `${gpu.count}` }
}

/** Request and limit are equal: what is asked for is what there is. */
function twice(amounts: Amounts): { requests: { [name: string]: string }; limits: { [name: string]: string } } {
  return { requests: { ...amounts }, limits: { ...amounts } }
}

/** Each from the same key of the one secret that the member makes. */
function secretVariables({ secrets = [] }: Asked): readonly EnvVar[] {
  const name = `${context().prefix}-secrets`
  return secrets.map((key) => ({ name: key, valueFrom: { secretKeyRef: { name, key } } }))
}
