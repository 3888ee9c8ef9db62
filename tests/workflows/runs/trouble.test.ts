import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { faultProxy, type FaultProxy } from '../../cluster/fault-proxy.ts'
import { openCluster } from '../../control-plane/cluster.ts'
import { openLabStage, type LabStage } from '../open-lab-stage.ts'
import type { Level } from '../story-config.ts'

const cluster = await openCluster(inject('clusterFolder'))

const session = (name: string) => `import { session, volume } from '#lab'

export const data = volume('data', '100Gi')
export default session('${name}', { gpu: '1x11GB', image: 'pytorch', hours: 6, mounts: { '/data': data } })
`

/** One story at each level, in order. */
describe.each<Level>(['simple', 'computed'])('at the level %s', (level) => {
  let lab: LabStage
  let proxy: FaultProxy
  beforeAll(async () => {
    proxy = await faultProxy(cluster, ['lab-apply'])
    lab = await openLabStage({ cluster, level, namespace: `trouble-${level}`, server: proxy.server })
  }, 300_000)
  beforeEach(({ onTestFailed }) => onTestFailed(() => void process.stderr.write(lab.log())))
  afterAll(async () => {
    await lab[Symbol.asyncDispose]()
    await proxy.stop()
  })

  test('an apply that breaks off in the middle is told, and the next one mends it', { timeout: 300_000 }, async () => {
    const pull = lab.change('carol', { 'users/carol/dev.ts': session('dev') })
    await lab.look(pull)
    proxy.begin(({ method, path }) =>
      method === 'POST' && path.includes('/pods') && !path.includes('dryRun')
        ? { when: 'before', what: 'drop' }
        : undefined,
    )
    await lab.apply('failure')
    expect(await lab.told(pull)).toBe('success · ### ✖ `session dev` did not succeed · 1 applied')
    expect(lab.comment(pull)).toContain('got no answer, so it may have happened or not')
    expect(await lab.live()).toEqual(['PersistentVolumeClaim carol-data Bound'])
    proxy.begin()
    await lab.apply()
    expect(await lab.told(pull)).toMatch(/^success · ### ● `session dev` is running/)
    expect(await lab.live()).toEqual(['Pod carol-dev Running', 'PersistentVolumeClaim carol-data Bound'])
  })

  test.each(level === 'computed' ? [level] : [])(
    'at %s, what the lane did not merge is frozen: a push, and a merge by hand',
    { timeout: 300_000 },
    async () => {
      lab.push({ 'users/dave/dev.ts': session('dev') })
      const pull = lab.change('bob', { 'users/bob/dev.ts': session('dev') })
      lab.stage.double.state.rulesets.splice(0)
      expect(await lab.merge(pull)).toBe(200)
      await lab.apply('failure')
      expect(lab.record()).toContain('Requests of dave reached main without the review’s signature')
      expect(lab.record()).toContain('Requests of bob reached main without the review’s signature')
      expect(await lab.live()).toEqual(['Pod carol-dev Running', 'PersistentVolumeClaim carol-data Bound'])
    },
  )

  test('GitHub was understood', () => expect(lab.stage.double.violations).toEqual([]))
})
