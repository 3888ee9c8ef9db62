import { stripHere } from '../evaluate/index.ts'
import { aimOf, literalPlace } from '../locate/index.ts'
import type { Fault, Place } from '../model/finding.ts'

/** Where a fault stands in one of the house's own files. */
export function placeInHouse(fault: Fault, source: { file: string; text: string }): Place {
  if (fault.code !== 'config-unreadable' && fault.code !== 'grant-unreadable')
    return literalPlace(source, fault.path, aimOf(fault.code), stripHere)
  const { line, column } = fault.args
  return { file: source.file, ...(line !== undefined && { line }), ...(column !== undefined && { column }) }
}
