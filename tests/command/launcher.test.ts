import { spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const launcher = 'scripts/lab.mjs'

/** Runs the real launcher in a process that believes to be another Node. */
function asNode(version: string): { stderr: string; status: number | null } {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); await import('./${launcher}')`
  return spawnSync(process.execPath, ['--input-type=module', '--eval', pretend], { encoding: 'utf8' })
}

const lab = (...args: readonly string[]) => spawnSync(process.execPath, [launcher, ...args], { encoding: 'utf8' })

describe('a Node that is too old', () => {
  test.each(['20.20.2', '18.0.0', '24.11.0'])('%s is told in one sentence which one is wanted', (version) => {
    const { stderr, status } = asNode(version)
    expect(stderr.trim().split('\n')).toEqual([
      `lab needs Node 26, and this is Node ${version}: run \`npm ci\` once, then \`npx lab …\`, which brings its own.`,
    ])
    expect(status).toBe(1)
  })
})

describe('the command line', () => {
  test('--help lists the verbs on stdout', () => {
    const { stdout, stderr, status } = lab('--help')
    expect(stdout).toMatch(/check .*build .*validate .*schemas /s)
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  })

  test.each([
    ['a verb that is none', ['chek'], /unknown command 'chek'.*check/s],
    ['an option that is none', ['check', '--bas', 'main'], /unknown option '--bas'.*--base/s],
    ['a format that is none', ['check', '--format', 'xml'], /text, json, github, sarif, junit, markdown/],
    ['validate of nothing', ['validate'], /missing required argument 'files'/],
    ['validate of a file that is not there', ['validate', 'nowhere.yaml'], /`nowhere.yaml` names no YAML or JSON file/],
    [
      'a base that Git does not know',
      ['check', '--no-types', '--base', 'no-such-branch'],
      /Git knows no such commit here/,
    ],
    ['a base that looks like an option', ['check', '--no-types', '--base=--output=x'], /Git knows no such commit here/],
  ])('%s is the caller’s mistake: exit 2', (_, args, message) => {
    const { stdout, stderr, status } = lab(...args)
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\bat .*\.ts:\d+/)
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
  })
})

describe('what we need is not there', () => {
  test.each([
    ['a server that nobody runs', ['--server', 'http://127.0.0.1:1'], 1, /^lab: the schemas could not be read/],
    ['a folder without documents', ['--from', 'tests/command'], 1, /^lab: the schemas could not be read.*api_v1\.json/],
    ['a folder that is none', ['--from', 'nowhere'], 2, /^lab: `nowhere` is no folder of OpenAPI documents\.$/],
    ['an address that is none', ['--server', 'cluster'], 2, /^lab: `cluster` is no address/],
    ['a token that is not there', ['--server', 'http://127.0.0.1:1', '--token-file', 'nowhere'], 2, /^lab: `nowhere`/],
  ])('%s is told in one sentence', (_, args, code, message) => {
    const { stdout, stderr, status } = lab('schemas', ...args)
    expect(stderr.trim()).toMatch(message)
    expect({ stdout, status, lines: stderr.trim().split('\n').length }).toEqual({ stdout: '', status: code, lines: 1 })
  })

  test('a full disk is told in one sentence, and is no success', () => {
    const full = openSync('/dev/full', 'w')
    const { stderr, status } = spawnSync(process.execPath, [launcher, 'check', '--no-types'], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    })
    expect({ stderr, status }).toEqual({
      stderr: expect.stringMatching(/^lab: the answer could not be written: .*\n$/),
      status: 1,
    })
  })
})
