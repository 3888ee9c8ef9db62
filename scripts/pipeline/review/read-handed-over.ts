import { hash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { judgeOwn } from '../../judge/schema/index.ts'
import type { HouseEffect } from '../../model/card.ts'
import type { Evaluations, HandedOver } from '../../model/evaluations.ts'

/** What was handed over is not what was made, or not of this main. The message says in what. */
export class NotHandedOver extends Error {}

export interface ReadOver {
  readonly evaluations: Evaluations
  /** By the head of the change. */
  readonly effects: ReadonlyMap<string, HouseEffect>
}

/** Of the file; a lab of a thousand members has five. */
const mostBytes = 32 * 1024 * 1024

/** The sandbox's answers. Threat: they come from a job that ran strangers' code, so their shape is judged before anything reads them. */
export async function readHandedOver(file: string, digest: string, main: string): Promise<ReadOver> {
  const { size } = await stat(file)
  if (size > mostBytes) throw new NotHandedOver(`${size} bytes, at most ${mostBytes}`)
  const text = await readFile(file, 'utf8')
  if (hash('sha256', text) !== digest) throw new NotHandedOver(`its digest is ${hash('sha256', text)}, not ${digest}`)
  const value: unknown = JSON.parse(text)
  const [fault] = judgeOwn('evaluations', value)
  if (fault !== undefined) throw new NotHandedOver(`${fault.code} at ${fault.path.join('.')}`)
  const handed = value as HandedOver
  if (handed.main !== main) throw new NotHandedOver(`it was made from ${handed.main}, not ${main}`)
  const { evaluations, effects } = handed
  return { evaluations: new Map(Object.entries(evaluations)), effects: new Map(Object.entries(effects)) }
}
