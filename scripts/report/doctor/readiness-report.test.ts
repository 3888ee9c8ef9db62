import { describe, expect, test } from 'vitest'
import config from '../../../lab.config.ts'
import { readinessOf } from '../../model/codes/readiness.ts'
import type { ReadinessFinding } from '../../model/readiness.ts'
import { readinessReport } from './readiness-report.ts'

const options = { lab: { ...config, admins: ['alice', 'bob'] }, color: false, width: 400 }

/** One of each code, and what is read of it. */
const table: readonly (readonly [finding: ReadinessFinding, ...lines: string[]])[] = [
  [{ code: 'on-roster', args: { login: 'carol' } }, '✔ GitHub    carol, a member of this lab.'],
  [
    { code: 'not-on-roster', args: { login: 'caro', id: 1003, near: 'carol' } },
    '✖ GitHub    caro is no member of this lab; `carol` is.',
    'Ask alice or bob to add `caro: { id: 1003 },` to `members` in lab.config.ts.',
  ],
  [
    { code: 'suspended', args: { login: 'old' } },
    '✖ GitHub    old is suspended: requests are checked and never launched.',
  ],
  [
    { code: 'unbound', args: { login: 'carol' } },
    '✖ GitHub    carol is a member of this lab by name alone, so each pull request waits for an admin.',
    'Ask alice or bob to write `carol: { id: … },` (https://api.github.com/users/carol shows the number) in lab.config.ts.',
  ],
  [
    { code: 'other-account', args: { login: 'carol', id: 9, expected: 1003 } },
    '✖ GitHub    carol is the account 9 today, and the lab knows the account 1003 by this name.',
  ],
  [
    { code: 'login-unknown', args: {} },
    '◌ GitHub    nothing here says who you are at GitHub.',
    'Say it: `npx lab doctor --login NAME`; or log in once with `gh auth login`.',
  ],
  [{ code: 'tool', args: { name: 'git', version: '2.50.1' } }, '✔ Git    2.50.1.'],
  [
    { code: 'tool-missing', args: { name: 'kubectl' } },
    '✖ kubectl    is not here.',
    'Install it: https://kubernetes.io/docs/tasks/tools. Asking for GPUs needs none; looking at a run does.',
  ],
  [
    { code: 'logged-in', args: { user: 'carol@uci.edu', server: 'https://k8s', secondsLeft: 5400 } },
    '✔ cluster login    carol@uci.edu at https://k8s, good for 1 h 30 min.',
  ],
  [
    { code: 'cluster-out', args: { code: 'context-unset', args: { contexts: ['nautilus'] } } },
    '✖ context    The kubeconfig does not say which context to use.',
    'Choose one with `--context`: `nautilus`.',
  ],
  [
    { code: 'cluster-silent', args: { code: 'unreachable', args: { server: 'https://k8s', reason: 'timed out' } } },
    '◌ cluster    The cluster at `https://k8s` does not answer: timed out.',
  ],
  [
    { code: 'namespace-open', args: { namespace: 'uci-datalab' } },
    '✔ namespace    uci-datalab, where the lab’s runs are.',
  ],
  [
    { code: 'namespace-closed', args: { namespace: 'uci-datalab', user: 'carol@uci.edu' } },
    '✖ namespace    carol@uci.edu is no member of uci-datalab.',
    'Log in once at https://nrp.ai, then ask alice or bob to add you there. That may take a day.',
  ],
  [
    { code: 'rights-missing', args: { namespace: 'uci-datalab', rights: ['create pods/exec'] } },
    '✖ namespace    a login for uci-datalab without `create pods/exec`: runs cannot be looked at as others do.',
  ],
]

test('the table has every code', () => {
  expect(new Set(table.map(([{ code }]) => code))).toEqual(new Set(Object.keys(readinessOf)))
})

describe('a finding is told', () => {
  for (const [finding, ...lines] of table)
    test(`of ${finding.code}`, () => {
      const text = readinessReport([finding], 'text', options)
      expect(text.split('\n').map((line) => line.trim())).toEqual(expect.arrayContaining(lines))
    })
})

test('the last line says what is next', () => {
  const ready: ReadinessFinding = { code: 'on-roster', args: { login: 'carol' } }
  const miss: ReadinessFinding = { code: 'tool-missing', args: { name: 'git' } }
  expect(readinessReport([ready], 'text', options)).toMatch(/\n\nReady: `npx lab check` is next\.\n$/)
  expect(readinessReport([miss, ready], 'text', options)).toMatch(/\n\n1 thing to do\.\n$/)
})

test('the JSON has verdict, code and arguments', () => {
  const [finding] = table[0] ?? []
  expect(JSON.parse(readinessReport(finding ? [finding] : [], 'json', options))).toEqual({
    v: 1,
    verdict: 'ready',
    checks: [{ code: 'on-roster', args: { login: 'carol' }, is: 'ready', what: 'carol, a member of this lab.' }],
  })
})

test('a login’s name is shown and not obeyed', () => {
  const finding: ReadinessFinding = { code: 'not-on-roster', args: { login: 'x`\n::error::\u202e' } }
  expect(readinessReport([finding], 'text', options)).toContain('xˋ␣a::error::␣202e is no member')
})
