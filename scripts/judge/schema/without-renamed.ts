import type { Fault } from '../../model/finding.ts'
import { pathText } from '../../model/json.ts'

/** Without the missing fields that stand there under another name: the fault about that name says how they are called. */
export function withoutRenamed(faults: readonly Fault[]): readonly Fault[] {
  const given = new Set(
    faults.flatMap((fault) =>
      fault.code === 'field-unknown' && fault.args.near !== undefined ? [sibling(fault, fault.args.near)] : [],
    ),
  )
  return faults.filter((fault) => fault.code !== 'field-missing' || !given.has(pathText(fault.path)))
}

function sibling({ path }: Fault, name: string): string {
  return pathText([...path.slice(0, -1), name])
}
