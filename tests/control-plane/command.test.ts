import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { openCluster } from './cluster.ts'
import { eventually } from './hands.ts'
import { nothing, processesOf, traces } from './traces.ts'

const root = join(import.meta.dirname, '..', '..')
const command = ['run', '--silent', 'cluster', '--']

/** A place for temporary files where no other cluster is that `--stop` could end; its name is not one word for a shell. */
const place = mkdtempSync(join(tmpdir(), "lab's place "))
const options = { cwd: root, env: { ...process.env, TMPDIR: place } }
afterAll(() => rmSync(place, { recursive: true }))

/** `npm run cluster` with nobody at the keyboard: its one line, the folder that the line names, and how it ends. */
async function run() {
  const child = spawn('npm', command, { ...options, stdio: ['ignore', 'pipe', 'ignore'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const [, name = ''] = /lab-cluster-(\w+)/.exec(line) ?? []
  return { child, line, name, folder: join(place, `lab-cluster-${name}`), ended: once(child, 'exit') }
}

function ask(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('npm', [...command, ...args], { ...options, encoding: 'utf8' })
  return { status, stdout, stderr }
}

test.each([
  [['--help'], { status: 0, stdout: expect.stringContaining('--stop [name]') }],
  [['--frob'], { status: 2, stderr: expect.stringContaining("unknown option '--frob'") }],
  [['up'], { status: 2, stderr: expect.stringContaining('too many arguments') }],
  [['--hour', 'soon'], { status: 2, stderr: expect.stringContaining('a number of seconds above 0') }],
  [['--jobs', '0'], { status: 2, stderr: expect.stringContaining('a number of seconds above 0') }],
  [['--stop', 'nobody'], { status: 1, stderr: expect.stringContaining('No cluster nobody runs.') }],
])('%j', (args, expected) => {
  expect(ask(...args)).toMatchObject(expected)
})

test('the line points a shell at the cluster, as the lab’s admin; several run side by side, and each is stopped by its name', async () => {
  const [one, other] = await Promise.all([run(), run()])
  const whoami = `${one.line}; kubectl auth whoami -o jsonpath={.status.userInfo.username}`
  expect(spawnSync('bash', ['-c', whoami], { encoding: 'utf8' }).stdout).toBe('lab-admin')
  expect(ask('--stop')).toMatchObject({ status: 2, stderr: expect.stringContaining(`--stop ${one.name}`) })
  expect(ask('--stop', one.name)).toMatchObject({ status: 0 })
  expect(await one.ended).toEqual([0, null])
  expect([existsSync(one.folder), existsSync(other.folder)]).toEqual([false, true])
  expect(ask('--stop')).toMatchObject({ status: 0, stderr: `stopped: ${other.folder}\n` })
  expect(await other.ended).toEqual([0, null])
  expect(ask('--stop', other.name)).toMatchObject({ status: 1 })
})

test.each(['SIGINT', 'SIGKILL'] as const)('%s leaves nothing', async (signal) => {
  const { child, folder } = await run()
  const cluster = await openCluster(folder)
  const processes = processesOf(child.pid ?? 0)
  expect(processes).toHaveLength(7)
  child.kill(signal)
  await expect.poll(() => traces(cluster, processes), eventually).toEqual(nothing)
})
