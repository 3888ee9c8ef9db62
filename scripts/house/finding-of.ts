import type { Fault, Finding, Place } from '../model/finding.ts'
import { pathText } from '../model/json.ts'

/** A file of the house, by the name that people know: `lab.config.ts`, `grants/118-carol-llm.json`. */
export interface HouseFile {
  readonly file: string
  readonly text: string
}

/** Where a fault stands in its file. */
export type PlaceOf = (fault: Fault, source: HouseFile) => Place

/** A fault in one of the house's files. */
export function findingOf(fault: Fault, source: HouseFile, placeOf: PlaceOf): Finding {
  const { path, ...said } = fault
  return { ...said, place: placeOf(fault, source), ...(path.length > 0 && { path: pathText(path) }) }
}
