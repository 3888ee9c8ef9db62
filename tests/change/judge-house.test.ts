import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { treeAt } from '../../scripts/history/index.ts'
import { judgeHouse, withTemplates } from '../../scripts/pipeline/review/judge-house.ts'
import { house, job, judgedMain, session } from './judged.ts'
import { labRepository, type Files } from './lab-repository.ts'

const folder = join(import.meta.dirname, '..', '..', 'templates')
const templates: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder).map((name) => [`templates/${name}`, readFileSync(join(folder, name), 'utf8')]),
)
const base: Files = { ...templates, 'users/alice/dev.ts': session(), 'users/bob/llm.ts': job(2) }

test('another cap: who would be above it, and nobody’s bytes change', async () => {
  const { caps } = house.lab
  const tighter = { ...house.lab, caps: { ...caps, member: { ...caps.member, gpus: 1 } } }
  const effect = await judgeHouse({ ...house, lab: tighter }, await judgedMain(labRepository(base)))
  expect(effect.fresh.map(({ code, request }) => [code, request])).toEqual([['member-gpus', 'bob/llm']])
  expect(effect.altered).toEqual([])
})

test('the same house, read from Git: nothing', async () => {
  const main = await judgedMain(labRepository(base))
  expect(await judgeHouse(withTemplates(house, main.tree), main)).toEqual({ fresh: [], mended: 0, altered: [] })
})

test('another template: whose bytes change', async () => {
  const lab = labRepository(base)
  const text = templates['templates/session.ts'] ?? ''
  const changed = text.replace("restartPolicy: 'Never'", "restartPolicy: 'OnFailure'")
  expect(changed).not.toBe(text)
  const head = lab.pull(1, { 'templates/session.ts': changed })
  const main = await judgedMain(lab, [1])
  const effect = await judgeHouse(withTemplates(house, await treeAt(main.git, head)), main)
  expect(effect.altered).toEqual(['alice/dev'])
})
