import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { MainCommit } from '../model/main-commit.ts'
import { isSealed, sealed } from './record.ts'
import { unsealed } from './unsealed.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const seal = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const stranger = generateKeyPairSync('ed25519').privateKey

const record = { v: 1, pull: 12, head: 'a'.repeat(40), main: 'b'.repeat(40), tree: 'c'.repeat(40) } as const
const message = `Merge #12 by alice\n\n${sealed(record, privateKey)}`

function commit(changes: Partial<MainCommit> = {}): MainCommit {
  return {
    id: 'd'.repeat(40),
    tree: record.tree,
    parent: record.main,
    message,
    paths: ['users/alice/dev.ts'],
    ...changes,
  }
}

describe('whether the lane made a commit', () => {
  test.each<[string, Partial<MainCommit>, boolean]>([
    ['as it was merged', {}, true],
    ['a record copied onto another tree', { tree: 'e'.repeat(40) }, false],
    ['the same tree again, on another main', { parent: 'e'.repeat(40) }, false],
    ['the first commit of all', { parent: undefined as never }, false],
    ['no record', { message: 'dev: more GPUs' }, false],
    ['no signature', { message: message.replace(/Lab-Seal.*/, '') }, false],
    ['another number in the record', { message: message.replace('"pull":12', '"pull":13') }, false],
    ['signed by somebody else', { message: `Merge\n\n${sealed(record, stranger)}` }, false],
    ['a title that looks like a record', { message: `Lab-Record: {}\n\n${message}` }, false],
    ['signed nonsense', { message: `Lab-Record: nonsense\nLab-Seal: ${'A'.repeat(86)}==` }, false],
  ])('%s', (_, changes, expected) => {
    expect(isSealed(commit(changes), seal)).toBe(expected)
  })
})

describe('what main holds that nobody approved', () => {
  const pushed = (...paths: readonly string[]): MainCommit => commit({ message: 'direct push', paths })

  test.each<[string, readonly MainCommit[], readonly string[], number]>([
    ['nothing', [commit()], [], 0],
    ['a direct push into a folder', [commit(), pushed('users/bob/llm.ts')], ['bob'], 0],
    ['a push by one into two', [pushed('users/bob/llm.ts', 'users/alice/x.ts')], ['alice', 'bob'], 0],
    ['of the house', [pushed('templates/job.ts')], [], 1],
    ['the line that names the lane itself', [pushed('lab.config.ts')], [], 0],
    ['a grant that nobody judged', [pushed('grants/1-bob-llm.json')], [], 1],
    ['a file in the place of a member', [pushed('users/bob')], [], 1],
    ['workflows, which GitHub lets no App merge', [pushed('.github/workflows/apply.yml')], [], 0],
    ['a push that the lane built upon', [commit(), pushed('users/bob/a.ts'), commit()], ['bob'], 0],
  ])('%s', (_, commits, members, house) => {
    const found = unsealed(commits, seal)
    expect(found.members).toEqual(members)
    expect(found.house).toHaveLength(house)
  })
})
