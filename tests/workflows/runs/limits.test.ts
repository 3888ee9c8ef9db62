import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Grant } from '../../../scripts/model/grant.ts'
import { openCluster } from '../../control-plane/cluster.ts'
import { openLabStage, type LabStage } from '../open-lab-stage.ts'
import type { Level } from '../story-config.ts'

const cluster = await openCluster(inject('clusterFolder'))

const job = (name: string, gpus: number, hours = 24) =>
  `job('${name}', { image: 'pytorch', gpu: '${gpus}x24GB', hours: ${hours}, command: 'python train.py' })`
const file = (name: string, gpus: number, hours?: number) => `import { job } from '#lab'

export default ${job(name, gpus, hours)}
`
const raised = `${file('llm', 8)}export const more = ${job('more', 1)}\n`

/** One story at each level, in order. */
describe.each<Level>(['simple', 'computed'])('at the level %s', (level) => {
  let lab: LabStage
  let asked: number
  beforeAll(async () => {
    lab = await openLabStage({ cluster, level, namespace: `limits-${level}` })
  }, 300_000)
  beforeEach(({ onTestFailed }) => onTestFailed(() => void process.stderr.write(lab.log())))
  afterAll(() => lab[Symbol.asyncDispose]())

  test('eight GPUs need an admin', { timeout: 300_000 }, async () => {
    asked = lab.change('bob', { 'users/bob/llm.ts': file('llm', 8) })
    await lab.look()
    expect(await lab.told(asked)).toBe(
      'action_required · ### ✋ Needs an admin: 8 GPUs, your limit is 4 · gpu needs-admin over-cap',
    )
  })

  test.each(level === 'computed' ? [level] : [])('and no button helps at %s', async () => {
    expect(await lab.merge(asked)).toBe(405)
  })

  test('granted, in, applied, running', { timeout: 300_000 }, async () => {
    await grant(lab, asked)
    expect(lab.main()).toContain(`grants/${asked}-bob-llm.json`)
    await lab.look(asked)
    expect(await lab.told(asked)).toMatch(/^success · ### ✔ Granted: .*ready/)
    expect(lab.main()).toContain('users/bob/llm.ts')
    await lab.apply()
    expect(await lab.told(asked)).toMatch(/^success · ### ● `job llm` is running/)
    expect(await lab.live()).toEqual([expect.stringMatching(/^Pod bob-llm-\w+ Running$/)])
  })

  test(
    'raised: asked again; two that do not fit together: the second waits, and its comment says behind what',
    { timeout: 300_000 },
    async () => {
      const more = lab.change('bob', { 'users/bob/llm.ts': raised })
      const again = lab.change('bob', { 'users/bob/llm.ts': file('llm', 8, 20) })
      Object.assign(lab.stage.double.state.issues.get(again)?.pull ?? {}, { isDraft: true })
      const first = lab.change('carol', { 'users/carol/a.ts': file('a', 3) })
      const second = lab.change('dave', { 'users/dave/b.ts': file('b', 4) })
      await lab.look(first, second)
      expect(await lab.told(more)).toMatch(/^action_required · ### ✋ Needs an admin: 9 GPUs/)
      expect(await lab.told(again)).toMatch(/^success · ### ✔ Granted/)
      expect(lab.main()).toEqual(expect.arrayContaining(['users/carol/a.ts', 'users/dave/b.ts']))
      await lab.apply()
      expect(await lab.told(first)).toMatch(/^success · ### ● `job a` is running/)
      expect(await lab.told(second)).toBe('success · ### ◌ `job b` waits · held')
      expect(lab.comment(second)).toContain('waits in line: it asks for 4 GPUs, and 11 of the lab’s 14 are in use')
      expect((await lab.live()).filter((line) => line.includes('dave'))).toEqual([])
      lab.ahead(130)
      await lab.look()
      expect(await lab.told(again)).toMatch(/^action_required · ### ✋ Needs an admin: 8 GPUs/)
    },
  )

  test('GitHub was understood', () => expect(lab.stage.double.violations).toEqual([]))
})

/** An admin says yes, as our comment tells them to: by its command, or by its link and the file that is behind it. */
async function grant(lab: LabStage, pull: number): Promise<void> {
  const text = lab.comment(pull)
  if (lab.level === 'computed') {
    const [command = 'no command'] = /^\/grant .*$/m.exec(text) ?? []
    await lab.say('root', pull, `${command}\r\nFSDP of 13B`)
    return
  }
  const [, address = ''] = /^- `root`: \[.*\]\((\S+)\)$/m.exec(text) ?? []
  const { searchParams } = new URL(address)
  const given = JSON.parse(searchParams.get('value') ?? '') as Grant
  lab.push({
    [`grants/${given.pull}-${given.login}-${given.request}.json`]: JSON.stringify({ ...given, reason: 'FSDP of 13B' }),
  })
}
