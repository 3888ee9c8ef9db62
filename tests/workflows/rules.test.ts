import { globSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultsOf } from './rules.ts'

const folder = resolve(import.meta.dirname, '..', '..', '.github', 'workflows')
const workflows = globSync(join(folder, '*.yml')).map((path) => ({
  file: basename(path),
  text: readFileSync(path, 'utf8'),
}))

test.each(workflows)('$file', ({ file, text }) => {
  expect(faultsOf(file, text)).toEqual([])
})

/** A workflow without a fault; each row plants one. */
const good = `on: push
permissions: {}
jobs:
  job:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    environment: review
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      - run: npm ci --ignore-scripts
      - env:
          KEY: \${{ secrets.LAB_APP_KEY }}
        run: npx --no lab review decide
`

describe('a fault that is planted is found', () => {
  test('and without one nothing is', () => expect(faultsOf('x.yml', good)).toEqual([]))

  test.each([
    ['rights for all jobs', 'permissions: {}', 'permissions: { contents: write }', 'permissions-on-top'],
    ['a job that says nothing of its rights', '    permissions:\n      contents: read\n', '', 'no-permissions'],
    ['no timeout', '    timeout-minutes: 10\n', '', 'no-timeout'],
    ['another runner', 'ubuntu-24.04', 'ubuntu-latest', 'runner'],
    [
      'credentials that stay',
      '          persist-credentials: false\n',
      '          fetch-depth: 0\n',
      'persist-credentials',
    ],
    [
      'a ref',
      'persist-credentials: false',
      'persist-credentials: false\n          ref: refs/pull/1/head',
      'checkout-ref',
    ],
    ['a tag', /@08\w+ # v5.0.0/, '@v5', 'unpinned'],
    ['a stranger’s action', 'actions/checkout', 'evil/checkout', 'foreign-action'],
    ['a cache', 'actions/checkout', 'actions/cache', 'cache'],
    [
      'an expression in a script',
      'review decide',
      'review ${{ github.event.pull_request.title }}',
      'expression-in-run',
    ],
    ['install scripts', ' --ignore-scripts', '', 'install-scripts'],
    ['a registry’s lab', 'npx --no lab', 'npx lab', 'npx'],
    ['two commands', 'npx --no lab review decide', 'npx --no lab a && npx --no lab b', 'two-commands'],
    ['a key of another environment', 'secrets.LAB_APP_KEY', 'secrets.KUBECONFIG', 'secret'],
    ['a key outside an environment', '    environment: review\n', '', 'secret'],
    ['all keys', 'secrets.LAB_APP_KEY', 'toJSON(secrets)', 'secret'],
    ['the worst trigger', 'on: push', 'on: pull_request_target', 'pull-request-target'],
    ['a key on a change', 'on: push', 'on: pull_request', 'environment-on-change'],
  ])('%s', (_, from, to, fault) => {
    expect(faultsOf('x.yml', good.replace(from, to)).join()).toContain(fault)
  })
})
