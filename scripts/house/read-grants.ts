import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fault, type Fault, type Finding } from '../model/finding.ts'
import type { Grant } from '../model/grant.ts'
import type { Day, Lab } from '../model/lab.ts'
import { findingOf, type HouseFile, type PlaceOf } from './finding-of.ts'
import { judgeGrant } from './judge-grant.ts'

export interface ReadGrants {
  /** Those that count, in the order of their files; ended ones too. */
  readonly grants: readonly Grant[]
  readonly findings: readonly Finding[]
}

export type GrantSchema = (value: unknown) => readonly Fault[]

/** The grants in a folder. One with a fault counts as none and is said; no folder, no grants. */
export async function readGrants(folder: string, judges: GrantJudges, placeOf: PlaceOf): Promise<ReadGrants> {
  const names = (await namesIn(folder)).filter((name) => name.endsWith('.json')).sort()
  const read = await Promise.all(
    names.map(async (name) => readGrant(name, await readFile(join(folder, name), 'utf8'), judges)),
  )
  return {
    grants: read.flatMap(({ grant }) => grant ?? []),
    findings: read.flatMap(({ source, faults }) => faults.map((one) => findingOf(one, source, placeOf))),
  }
}

export interface ReadGrant {
  readonly source: HouseFile
  readonly grant: Grant | undefined
  readonly faults: readonly Fault[]
}

export interface GrantJudges {
  readonly check: GrantSchema
  readonly lab: Lab
  readonly today: Day
}

/** One file of `grants/`, wherever its text comes from. */
export function readGrant(name: string, text: string, { check, lab, today }: GrantJudges): ReadGrant {
  const source = { file: `grants/${name}`, text }
  const { value, faults: unreadable } = parsed(text)
  const misshapen = unreadable.length > 0 ? unreadable : check(value)
  if (misshapen.length > 0) return { source, grant: undefined, faults: misshapen }
  const grant = value as Grant
  const faults = judgeGrant(grant, name, lab, today)
  return { source, grant: faults.length === 0 ? grant : undefined, faults }
}

function parsed(text: string): { value: unknown; faults: readonly Fault[] } {
  try {
    return { value: JSON.parse(text), faults: [] }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const [, line, column] = /\(line (\d+) column (\d+)\)$/.exec(why) ?? []
    const at = line === undefined ? {} : { line: Number(line), column: Number(column) }
    return { value: undefined, faults: [fault('grant-unreadable', { why: why.slice(0, 200), ...at }, [])] }
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
