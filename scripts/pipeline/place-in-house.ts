import { stripHere } from '../evaluate/strip-here.ts'
import { aimOf } from '../locate/aim.ts'
import { literalPlace } from '../locate/literal-place.ts'
import type { Fault, Place } from '../model/finding.ts'

/** Where a fault stands in one of the house's own files. */
export function placeInHouse(fault: Fault, source: { file: string; text: string }): Place {
  if (fault.code !== 'config-unreadable' && fault.code !== 'grant-unreadable')
    return literalPlace(source, fault.path, aimOf(fault.code), stripHere)
  const { line, column } = fault.args
  return { file: source.file, ...(line !== undefined && { line }), ...(column !== undefined && { column }) }
}
