import type { Fault, Finding } from '../model/finding.ts'
import { pathText } from '../model/json.ts'

/** A fault in one of the house's files. */
export function findingOf({ path, ...said }: Fault, file: string): Finding {
  return { ...said, place: { file }, ...(path.length > 0 && { path: pathText(path) }) }
}
