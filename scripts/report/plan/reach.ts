import type { MemoryRecord, Time } from '../../model/memory.ts'
import type { Step } from '../../model/plan.ts'
import { containersOf, podTemplateOf } from '../../model/workload.ts'

/** When a run ends at the latest; absent where nothing ends it, or nobody knows when it began. */
export function endsBy({ wanted, after }: Step): Time | undefined {
  const opened = openedAt(after)
  if (wanted?.seconds === undefined || opened === undefined) return undefined
  const end = new Date(Date.parse(opened) + wanted.seconds * 1000)
  return end.toISOString().replace(/\.\d+Z$/, 'Z')
}

/** Ports that its containers answer at; `undefined` where there are none. */
export function portsOf({ wanted }: Step): readonly number[] | undefined {
  const pod = wanted && podTemplateOf(wanted.manifest)
  if (pod === undefined) return undefined
  const ports = containersOf(pod).flatMap(({ container }) => (container.ports ?? []).map((one) => one.containerPort))
  return ports.length === 0 ? undefined : ports
}

function openedAt(record: MemoryRecord | undefined): Time | undefined {
  return record !== undefined && 'openedAt' in record ? record.openedAt : undefined
}
