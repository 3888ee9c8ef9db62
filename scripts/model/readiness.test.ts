import { describe, expect, test } from 'vitest'
import config from '../../lab.config.ts'
import type { Lab } from './lab.ts'
import { readiness, readinessVerdict, type Machine } from './readiness.ts'

const lab: Lab = {
  ...config,
  members: { Alice: { id: 1001 }, bob: {}, old: { suspended: true } },
}
const versions = { node: '26.10.0', git: '2.50.1', kubectl: '1.36.1' }
const login = { user: 'alice@uci.edu', server: 'https://k8s', lacks: 'nothing' } as const
const ready: Machine = { account: { login: 'Alice', id: 1001 }, versions, cluster: login }

function codes(changes: Partial<Machine>): readonly string[] {
  return readiness({ ...ready, ...changes }, lab).map(({ code }) => code)
}

describe('who it is at GitHub', () => {
  test.each<[string, Machine['account'], string]>([
    ['a member', { login: 'Alice', id: 1001 }, 'on-roster'],
    ['in other letters, which GitHub takes for the same', { login: 'alice', id: 1001 }, 'on-roster'],
    ['by name alone', { login: 'Alice' }, 'on-roster'],
    ['somebody who took the name', { login: 'Alice', id: 9 }, 'other-account'],
    ['a member without a number', { login: 'bob', id: 1002 }, 'unbound'],
    ['a suspended one', { login: 'old' }, 'suspended'],
    ['a stranger', { login: 'mallory', id: 9 }, 'not-on-roster'],
    ['a stranger with the name of a property', { login: 'constructor' }, 'not-on-roster'],
  ])('%s', (_, account, code) => {
    expect(codes({ ...(account && { account }) })[0]).toBe(code)
  })

  test('nobody says', () => {
    const [first] = readiness({ versions, cluster: login }, lab)
    expect(first?.code).toBe('login-unknown')
  })
})

test('a missing membership comes first, also that of the namespace', () => {
  expect(codes({ cluster: { ...login, lacks: 'everything' }, versions: { node: '26.10.0' } })).toEqual([
    'namespace-closed',
    'on-roster',
    'tool',
    'tool-missing',
    'tool-missing',
    'logged-in',
  ])
})

describe('what the shell is told', () => {
  test.each<[string, Partial<Machine>, string]>([
    ['all is ready', {}, 'ready'],
    ['a tool is missing', { versions: { node: '26.10.0' } }, 'miss'],
    ['a membership is missing', { account: { login: 'mallory' } }, 'miss'],
    ['no kubeconfig', { cluster: { fault: { code: 'kubeconfig-missing', args: { places: [] } } } }, 'miss'],
    ['no answer', { cluster: { fault: { code: 'unreachable', args: { server: '', reason: '' } } } }, 'unknown'],
    ['some rights', { cluster: { ...login, lacks: ['create pods/exec'] } }, 'miss'],
  ])('%s', (_, changes, verdict) => {
    expect(readinessVerdict(readiness({ ...ready, ...changes }, lab))).toBe(verdict)
  })
})
