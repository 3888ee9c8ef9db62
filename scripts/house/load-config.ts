import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { fault, type Fault } from '../model/finding.ts'
import type { Lab } from '../model/lab.ts'

export interface LoadedConfig {
  /** `undefined` where something is wrong: then nobody may rely on its shape. */
  readonly lab: Lab | undefined
  readonly faults: readonly Fault[]
}

/** The lab that a trusted file exports, as plain data of the shape that its schema promises. */
export async function loadConfig(file: string, check: (value: unknown) => readonly Fault[]): Promise<LoadedConfig> {
  const { value, faults: unreadable } = await imported(file)
  if (unreadable.length > 0) return { lab: undefined, faults: unreadable }
  const data = throughJson(value)
  const faults = isDeepStrictEqual(data, value) ? check(data) : notData(value, data)
  return { lab: faults.length === 0 ? (data as Lab) : undefined, faults }
}

async function imported(file: string): Promise<{ value: unknown; faults: readonly Fault[] }> {
  try {
    const module = (await import(pathToFileURL(file).href)) as { readonly default?: unknown }
    return { value: module.default, faults: [] }
  } catch (error) {
    const why = String(error).slice(0, 300)
    return { value: undefined, faults: [fault('config-unreadable', { why, ...placeIn(error, file) }, [])] }
  }
}

/** The line, and where Node tells it the column, at which a file of this name broke. */
function placeIn(error: unknown, file: string): { line?: number; column?: number } {
  const [, rest = ''] = (error instanceof Error ? (error.stack ?? '') : '').split(basename(file))
  const [, line, column] = /^:(\d+)(?::(\d+))?/.exec(rest) ?? []
  return { ...(line !== undefined && { line: Number(line) }), ...(column !== undefined && { column: Number(column) }) }
}

/** What is left of a value in JSON. */
function throughJson(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null')
  } catch {
    return undefined
  }
}

/** The top key below which data and value differ. */
function notData(value: unknown, data: unknown): readonly Fault[] {
  const [before, after] = [entriesOf(value), new Map(entriesOf(data))]
  const key = before.find(([name, part]) => !after.has(name) || !isDeepStrictEqual(part, after.get(name)))?.[0]
  return [fault('config-not-data', { key: key ?? 'default' }, key === undefined ? [] : [key])]
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
