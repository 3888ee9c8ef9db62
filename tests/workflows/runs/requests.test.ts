import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { filled } from '../../../scripts/obey/form/form.fixture.ts'
import { openCluster } from '../../control-plane/cluster.ts'
import { openLabStage, type LabStage } from '../open-lab-stage.ts'
import { configText, people, type Level } from '../story-config.ts'

const cluster = await openCluster(inject('clusterFolder'))

const session = (hours: number) => `import { session, volume } from '#lab'

export const data = volume('data', '100Gi')
export default session('dev', { gpu: '1x11GB', image: 'pytorch', hours: ${hours}, mounts: { '/data': data } })
`

const left = ['Pod alice-dev Running', 'PersistentVolumeClaim carol-data Bound']

/** One story at each level, in order. */
describe.each<Level>(['simple', 'computed'])('at the level %s', (level) => {
  let lab: LabStage
  let wrong: number
  beforeAll(async () => {
    lab = await openLabStage({ cluster, level, namespace: `requests-${level}` })
  }, 300_000)
  beforeEach(({ onTestFailed }) => onTestFailed(() => void process.stderr.write(lab.log())))
  afterAll(() => lab[Symbol.asyncDispose]())

  test(
    'the form becomes a pull request in its author’s name; a wrong request gets findings at its lines',
    { timeout: 300_000 },
    async () => {
      wrong = lab.change('carol', { 'users/carol/dev.ts': session(9) })
      const form = await fill(lab, filled({ gpu: 'Any with 11 GB or more' }))
      await lab.look(form)
      expect(await lab.told(form)).toMatch(/^success · ### ✔ Fits: 1 of 4 GPUs/)
      expect(lab.main()).toContain('users/alice/dev.ts')
      expect(await lab.told(wrong)).toBe(
        'failure · ### ✖ Cannot go in yet: `hours: 9` in a `session`, the limit is `6` · refused',
      )
      const at = { path: 'users/carol/dev.ts', start_line: 4, title: 'carol/dev option-over-limit' }
      const notes = (await lab.checks(wrong)).flatMap(({ annotations }) => annotations)
      expect(notes).toEqual([expect.objectContaining(at)])
    },
  )

  test('mended, it goes in; both run', { timeout: 300_000 }, async () => {
    lab.change('carol', { 'users/carol/dev.ts': session(6) }, wrong)
    await lab.look(wrong)
    expect(await lab.told(wrong)).toBe('success · ### ✔ Fits: 1 of 4 GPUs, 100Gi of 500Gi disk · gpu new-disk ready')
    await lab.apply()
    expect(await lab.told(wrong)).toMatch(/^success · ### ● `session dev` is running/)
    expect(await lab.live()).toEqual([
      'Pod alice-dev Running',
      'Pod carol-dev Running',
      'PersistentVolumeClaim carol-data Bound',
    ])
  })

  test('removed: it ends, and its disk is kept', { timeout: 300_000 }, async () => {
    const removal = lab.change('carol', { 'users/carol/dev.ts': null })
    await lab.look(removal)
    expect(await lab.told(removal)).toBe('success · ### ✔ Fits: `carol/dev` is removed · disk-released ends-runs ready')
    await lab.apply()
    expect(lab.comment(removal)).toContain('`disk data` was let go: it is kept with its data')
    expect(lab.comment(removal)).toContain('`session dev` was ended')
    expect(await lab.live()).toEqual(left)
  })

  test.each(level === 'simple' ? [level] : [])(
    'ordered to be destroyed, at %s: not before its day',
    { timeout: 300_000 },
    async () => {
      const { stdout: uid } = await lab.kubectl(['get', 'pvc/carol-data', '-o', 'jsonpath={.metadata.uid}'])
      const on = new Date(Date.now() + 8 * 24 * 3600 * 1000).toISOString().slice(0, 10)
      lab.push({ 'lab.config.ts': configText({ ...lab.config, retirements: [{ claim: 'carol-data', uid, on }] }) })
      await lab.storage()
      expect(await lab.live()).toEqual(left)
    },
  )

  test('GitHub was understood', () => expect(lab.stage.double.violations).toEqual([]))
})

/** A member opens the form, answers, submits: that is all. Gives the pull request that came of it. */
async function fill({ stage: { double }, run, log }: LabStage, text: string): Promise<number> {
  const { number, labels } = double.hand.issue('alice', 'Request: dev', text, ['request'])
  const issue = { number, labels: labels.map((name) => ({ name })) }
  const payload = { action: 'opened', issue, sender: { login: 'alice', id: people.alice } }
  await run({ workflow: 'command', event: 'issues', payload }, { render: 'skipped', obey: 'skipped', form: 'success' })
  const [pull, ...more] = [...double.state.issues.values()].filter((one) => one.pull?.branch === `form/${number}`)
  if (pull === undefined || more.length > 0) throw new Error(`no pull request, or several\n${log()}`)
  return pull.number
}
