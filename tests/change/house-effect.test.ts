import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readChange } from '../../scripts/change/index.ts'
import { houseEffect } from '../../scripts/pipeline/review/house-effect.ts'
import type { HouseEffect } from '../../scripts/model/card.ts'
import { house, job, judgedMain, session } from './judged.ts'
import { labRepository, type Files } from './lab-repository.ts'

const root = join(import.meta.dirname, '..', '..')
const templates: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(join(root, 'templates')).map((name) => [
    `templates/${name}`,
    readFileSync(join(root, 'templates', name), 'utf8'),
  ]),
)
const config = (lab: object): string => `export default ${JSON.stringify(lab, null, 2)} as const satisfies object\n`
const base: Files = {
  ...templates,
  'lab.config.ts': config(house.lab),
  'users/alice/dev.ts': session(),
  'users/bob/llm.ts': job(2),
}

/** What a change of the house does, read from Git alone. */
async function effectOf(changes: Files): Promise<HouseEffect | undefined> {
  const lab = labRepository(base)
  const head = lab.pull(1, changes)
  const main = await judgedMain(lab, [1])
  const change = await readChange(main.git, head, main.commit)
  if ('unreadable' in change) throw new Error(change.unreadable)
  return houseEffect(change, main, 5)
}

const { caps } = house.lab
const tighter = config({ ...house.lab, caps: { ...caps, member: { ...caps.member, gpus: 1 } } })
const restarts = (templates['templates/session.ts'] ?? '').replace(
  "restartPolicy: 'Never'",
  "restartPolicy: 'OnFailure'",
)

test('another cap and another template at once: who is above it, and whose bytes change', async () => {
  const effect = await effectOf({ 'lab.config.ts': tighter, 'templates/session.ts': restarts })
  expect(effect?.fresh.map(({ code, request }) => [code, request])).toEqual([
    ['restart-policy', 'alice/dev'],
    ['member-gpus', 'bob/llm'],
  ])
  expect(effect?.altered).toEqual(['alice/dev'])
})

test('a config that is no literal is not run', async () => {
  const effect = await effectOf({ 'lab.config.ts': 'export default make()\n' })
  expect(effect?.fresh.map(({ code, place }) => [code, place.file])).toEqual([['config-not-data', 'lab.config.ts']])
})

test('a template that never ends: nobody can tell, and nobody waits long', async () => {
  expect(await effectOf({ 'templates/session.ts': `${restarts}\nfor (;;) {}\n` })).toBeUndefined()
})
