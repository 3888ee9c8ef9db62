import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Identity } from '../../scripts/cluster/rights.ts'
import { workplace } from '../command/lab.ts'
import { type RunningCluster, startCluster } from '../control-plane/start-cluster.ts'

/** The verbs as CI and an admin call them, each a process of its own. One cluster, one story. */
let cluster: RunningCluster
beforeAll(async () => {
  cluster = await startCluster()
})
afterAll(() => cluster.stop())

const dev = (size: string) => `import { session, volume } from '#lab'

export const data = volume('data', '${size}')
export default session('dev', { gpu: '1x11GB', image: 'pytorch', hours: 6, mounts: { '/data': data } })
`
const broken = `import { job } from '#lab'

export default job('train', { gpu: '1x11GB', image: 'docker.io/library/no-such-image:1', hours: 2, command: 'python a.py' })
`

test(
  'apply with --wait, storage, audit and --rebuild: what they say, and their exit codes',
  { timeout: 600_000 },
  async () => {
    const place = workplace({ 'users/alice/dev.ts': dev('100Gi'), 'users/bob/train.ts': broken })
    place.git('init', '-q')
    const sealed = () => {
      place.git('add', 'users')
      place.git('commit', '-qm', 'more')
      expect(place.lab(['build', '--seal', 'seal.txt'])).toMatchObject({ status: 0 })
      const commit = place.git('rev-parse', 'HEAD').stdout.trim()
      const digest = readFileSync(join(place.folder, 'seal.txt'), 'utf8').trim()
      return ['--rendered', 'rendered', '--commit', commit, '--digest', digest]
    }
    const as = (user: Identity | 'lab-admin') => ['--kubeconfig', cluster.kubeconfig(user)]
    const record = () => JSON.parse(readFileSync(join(place.folder, 'record.json'), 'utf8')) as unknown

    const first = sealed()
    const init = ['--init', '--wait', '60', '--record', 'record.json']
    const launched = place.lab(['apply', ...first, ...as('lab-apply'), ...init])
    expect(launched.status, 'bob’s job was launched in vain').toBe(2)
    expect(launched.stdout).toContain('session dev  was launched; it ends after 6 h at the latest. It is running.')
    expect(launched.stdout).toMatch(
      /Launched, and does not start by itself\n {2}✖ bob {2}job train[^]*does\s+not\s+exist\./,
    )
    expect(launched.stdout).toContain('2 done, 1 launched in vain.')
    expect(launched.stderr).not.toContain('known why not')
    expect(faults('outcome', record())).toEqual([])

    place.write({ 'users/alice/dev.ts': dev('200Gi') })
    const second = sealed()
    const dry = place.lab(['apply', ...second, ...as('lab-apply'), '--dry-run', '--format', 'json'])
    expect(dry.status).toBe(0)
    expect(faults('plan', JSON.parse(dry.stdout))).toEqual([])
    const left = place.lab(['apply', ...second, ...as('lab-apply')])
    expect(left).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('grows from 100Gi to 200Gi, with its data, when `lab'),
    })
    expect(place.lab(['storage', ...second, ...as('lab-apply')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('patch persistentvolumeclaims'),
    })
    const grown = place.lab(['storage', ...second, ...as('lab-storage'), '--record', 'record.json'])
    expect(grown).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('was grown from 100Gi to 200Gi, with its data.'),
    })
    expect(faults('outcome', record())).toEqual([])
    expect(place.lab(['storage', ...second, ...as('lab-storage')]).stdout).toContain('Nothing was due.')

    const clean = place.lab(['audit', ...as('lab-apply'), '--format', 'json'])
    expect(clean.status).toBe(0)
    expect(faults('audit', JSON.parse(clean.stdout))).toEqual([])
    expect(place.lab(['audit', ...as('lab-apply'), '--rendered', 'rendered'])).toMatchObject({ status: 2 })

    expect(place.lab(['apply', ...second, ...as('lab-admin'), '--rebuild', 'alice'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('can be read'),
    })
    await cluster.kubectl(['delete', 'configmap', 'lab.inventory.alice'])
    expect(place.lab(['audit', ...as('lab-apply'), ...second])).toMatchObject({ status: 1 })
    expect(place.lab(['apply', ...second, ...as('lab-admin'), '--rebuild', 'alice'])).toMatchObject({ status: 3 })
    expect(place.lab(['apply', ...second, ...as('lab-apply')])).toMatchObject({ status: 1 })
    expect(place.lab(['apply', ...second, ...as('lab-admin'), '--rebuild', 'alice', '--yes'])).toMatchObject({
      status: 0,
    })
    expect(place.lab(['apply', ...second, ...as('lab-apply')])).toMatchObject({ status: 0 })
  },
)

test('what `lab rights` prints, an admin of the namespace applies', async () => {
  const { stdout, status } = workplace({}).lab(['rights'])
  expect(status).toBe(0)
  const answer = await cluster.kubectl(['apply', '-f', '-', '-o', 'name'], { user: 'lab-admin', input: stdout })
  expect(answer.stdout.split('\n').filter((line) => line !== '')).toEqual(
    ['lab-apply', 'lab-storage'].flatMap((name) => [
      `serviceaccount/${name}`,
      `role.rbac.authorization.k8s.io/${name}`,
      `rolebinding.rbac.authorization.k8s.io/${name}`,
    ]),
  )
  expect(workplace({}).lab(['rights', '--namespace', 'Not one'])).toMatchObject({ status: 2, stdout: '' })
})

/** What a schema of ours refuses. */
function faults(name: string, value: unknown): readonly unknown[] {
  const file = join(import.meta.dirname, `../../schemas/lab/${name}.schema.json`)
  const { $schema: _, $id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  const validate = new Ajv({ strict: true, strictRequired: false, unicodeRegExp: false, allErrors: true }).compile(
    schema,
  )
  return validate(value) ? [] : (validate.errors ?? [])
}
