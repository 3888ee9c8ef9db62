import { readdirSync, readFileSync } from 'node:fs'
import lab from '../../lab.config.ts'
import { createSandbox, type Limits } from '../../scripts/evaluate/index.ts'
import type { Evaluation } from '../../scripts/model/evaluation.ts'
import { objectId } from '../../scripts/model/manifest.ts'
import type { Case } from './case.ts'

export type Files = Case[1]
export type Evaluator = (files: Files, name?: string) => Evaluation

const folder = new URL('../../templates/', import.meta.url)

/** The lab itself as it stands in this checkout. */
export const house = {
  lab,
  templates: new Map(
    readdirSync(folder)
      .filter((name) => /^[\w-]+\.ts$/.test(name))
      .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const),
  ),
}

/** Evaluates `dev.ts`, or another file, of the member alice. */
export async function createEvaluator(limits?: Partial<Limits>): Promise<Evaluator> {
  const sandbox = await createSandbox(house, limits)
  return (files, name = 'dev') => {
    const all = typeof files === 'string' ? { 'dev.ts': files } : files
    const sources = Object.entries(all).map(([file, text]) => ({ name: file, file: `users/alice/${file}`, text }))
    const request = { owner: 'alice', name, file: `users/alice/${name}.ts` }
    return sandbox.evaluate({ owner: 'alice', sources }, request, { prefix: 'alice' })
  }
}

/** An evaluation as the rows of a table tell it. */
export function outcomeOf({ objects, calls, findings }: Evaluation): readonly string[] {
  return [
    ...findings.map(({ code, place }) => {
      const file = place.file.replace('users/alice/', '')
      const at = place.line === undefined ? [] : [place.line, place.column]
      return [code, [...(file === 'dev.ts' ? [] : [file]), ...at].join(':')].join(' ').trim()
    }),
    ...calls.map(({ fault }) => `call ${fault.code} ${fault.path.join('.')}`),
    ...objects.map(({ manifest }) => objectId(manifest)),
  ]
}

/** An honest request, by which one sees whether anything was left of the one before. */
export const honest = `import { session, volume } from '#lab'
export const data = volume('data', '100Gi')
export default session('dev', { gpu: '1x24GB', image: 'pytorch', hours: 6, mounts: { '/data': data } })
`
