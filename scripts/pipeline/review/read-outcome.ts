import { readFile } from 'node:fs/promises'
import { judgeOwn } from '../../judge/schema/index.ts'
import type { RunRow } from '../../model/card.ts'

/** The rows of an apply's record. Throws where the file is none: it comes from a job of ours, so that is our failure. */
export async function readOutcome(file: string): Promise<readonly RunRow[]> {
  const value: unknown = JSON.parse(await readFile(file, 'utf8'))
  const [fault] = judgeOwn('outcome', value)
  if (fault !== undefined) throw new Error(`${file} is no record of an apply: ${fault.code} at ${fault.path.join('.')}`)
  return (value as { readonly outcomes: readonly RunRow[] }).outcomes
}
