import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { answers } from '../../scripts/repository/answers.fixture.ts'
import { workplace, type Ran } from './lab.ts'

/** A GitHub that answers by table: what it says, and to whom. */
let said: Readonly<Record<string, unknown>> = {}
let keys: (string | undefined)[] = []
let github: Server
let api = ''

beforeAll(async () => {
  github = createServer((request, response) => {
    keys.push(request.headers.authorization)
    const { status, body } = answers(said)(request.url ?? '')
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => github.listen(0, '127.0.0.1', resolve))
  api = `http://127.0.0.1:${(github.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => github.close(resolve)))
afterEach(() => {
  said = {}
  keys = []
})

const launcher = join(import.meta.dirname, '..', '..', 'scripts', 'lab.mjs')

/** Nobody is logged in, and there is no cluster, but what `env` says. */
function doctor(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const { folder } = workplace({})
  const { PATH = '' } = process.env
  const options = {
    cwd: folder,
    env: { PATH, HOME: folder, XDG_CACHE_HOME: join(folder, '.cache'), GITHUB_API_URL: api, ...env },
  }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [launcher, 'doctor', ...args], options, (_, stdout, stderr) =>
      resolve({ stdout, stderr, status: child.exitCode }),
    )
  })
}

function faults(schema: string, text: string): unknown {
  const {
    $schema: _,
    $id: __,
    ...rules
  } = JSON.parse(readFileSync(`schemas/lab/${schema}.schema.json`, 'utf8')) as Record<string, unknown>
  const validate = new Ajv({ strict: true }).compile(rules)
  validate(JSON.parse(text))
  return validate.errors
}

describe('a machine', () => {
  test('of a stranger: the membership first, then what is missing', async () => {
    const { stdout, status } = await doctor(['--login', 'mallory'])
    expect(stdout).toMatch(/^This machine, for uci-datalab\n {2}✖ GitHub +mallory is no member of this lab\./)
    expect(stdout).toMatch(/✖ kubeconfig +This machine does not know the cluster/)
    expect(status).toBe(2)
  })

  test('says who it is by its token, with the number that an admin needs', async () => {
    said = { '/user': { login: 'carol', id: 1003 } }
    const { stdout } = await doctor([], { GH_TOKEN: 'secret' })
    expect(stdout).toContain('`carol: { id: 1003 },`')
    expect(keys).toEqual(['token secret'])
  })

  test('as JSON', async () => {
    const { stdout, status } = await doctor(['--format', 'json'])
    expect(faults('readiness', stdout)).toBeNull()
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'miss', checks: [{ code: 'login-unknown' }, {}, {}, {}, {}] })
    expect(status).toBe(2)
  })
})

describe('a repository', () => {
  const admin = { GH_TOKEN: 'secret' }

  test('with all settings, and members without numbers', async () => {
    said = { '/users/alice': { id: 1001 }, '/users/bob': { id: 1002 }, '/users/carol': { id: 1003 } }
    const { stdout, status } = await doctor(['--repo', 'uci/lab'], admin)
    expect(stdout).toContain('✔ main')
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('`alice: { id: 1001 }, bob: { id: 1002 }, carol: { id: 1003 }`')
    expect(stdout).toContain('\n2 to set, 0 could not be read, ')
    expect(status).toBe(2)
  })

  test('as JSON', async () => {
    const { stdout } = await doctor(['--repo', 'uci/lab', '--format', 'json'], admin)
    expect(faults('settings', stdout)).toBeNull()
    expect(JSON.parse(stdout)).toMatchObject({ v: 1, repository: 'uci/lab', level: 'simple', verdict: 'wrong' })
  })

  test('that this token may not see is no repository without faults', async () => {
    said = { '/repos/uci/lab': { status: 404, body: { message: 'Not Found' } } }
    const { stdout, status } = await doctor(['--repo', 'uci/lab'], admin)
    expect(stdout).toContain('◌ repository')
    expect(stdout).not.toContain('✔')
    expect(status).toBe(1)
  })

  test.each<[string, readonly string[], Readonly<Record<string, string>>, RegExp, number]>([
    ['nobody is logged in', ['--repo', 'uci/lab'], {}, /gh auth login/, 1],
    ['a name that is none', ['--repo', 'uci'], admin, /takes `owner\/name`, not `uci`/, 2],
    ['no checkout', ['--repo'], admin, /`--repo owner\/name` says which/, 2],
    ['two wishes at once', ['--repo', 'uci/lab', '--login', 'bob'], admin, /leave the other options out/, 2],
  ])('%s', async (_, args, env, words, code) => {
    const { stderr, status } = await doctor(args, env)
    expect(stderr).toMatch(words)
    expect(status).toBe(code)
  })

  test('is the one of the workflow, where there is one', async () => {
    const { stdout } = await doctor(['--repo'], { ...admin, GITHUB_REPOSITORY: 'uci/lab' })
    expect(stdout).toContain('Settings of uci/lab, for review at level simple')
  })
})
