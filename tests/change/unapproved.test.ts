import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { unapprovedMembers } from '../../scripts/pipeline/apply/unapproved-members.ts'
import { sealed } from '../../scripts/review/index.ts'
import { git, labRepository, type LabRepository } from './lab-repository.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const seal = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const app = { id: 7, slug: 'lab' }

/** Merges pull request 1 as the lane does, or as somebody does by hand. */
function merge(lab: LabRepository, message: (tree: string, head: string) => string): void {
  const tree = git(lab.upstream, ['merge-tree', '--write-tree', 'main', 'refs/pull/1/head'])
  const head = git(lab.upstream, ['rev-parse', 'refs/pull/1/head'])
  const parents = ['-p', lab.main(), '-p', head]
  const commit = git(lab.upstream, ['commit-tree', tree, ...parents, '-m', message(tree, head)])
  git(lab.upstream, ['update-ref', 'refs/heads/main', commit])
}

function byLane(lab: LabRepository): void {
  merge(lab, (tree, head) => `Merge #1\n\n${sealed({ v: 1, pull: 1, head, main: lab.main(), tree }, privateKey)}`)
}

function frozen(lab: LabRepository, since: string): Promise<readonly string[] | string> {
  const run = (args: readonly string[]) => Promise.resolve(Buffer.from(git(lab.upstream, args)))
  const review = { level: 'computed', app, seal, since } as const
  return unapprovedMembers(run, { review }, lab.main()).catch((error: unknown) => String(error))
}

function started(): { lab: LabRepository; since: string } {
  const lab = labRepository({ 'lab.config.ts': '', 'users/alice/dev.ts': 'a', 'users/bob/llm.ts': 'b' })
  return { lab, since: lab.main() }
}

test('what the lane merged, and what was there before', async () => {
  const { lab, since } = started()
  lab.pull(1, { 'users/alice/dev.ts': 'a2' })
  byLane(lab)
  expect(await frozen(lab, since)).toEqual([])
})

test('a direct push into a folder freezes its member, also after the next merge', async () => {
  const { lab, since } = started()
  lab.push({ 'users/bob/llm.ts': 'b2' })
  lab.pull(1, { 'users/alice/dev.ts': 'a2' })
  byLane(lab)
  expect(await frozen(lab, since)).toEqual(['bob'])
  expect(await frozen(lab, lab.main())).toEqual([])
})

test('a merge by hand, with a record that was copied', async () => {
  const { lab, since } = started()
  lab.pull(1, { 'users/alice/dev.ts': 'a2' })
  byLane(lab)
  const copied = git(lab.upstream, ['log', '-1', '--format=%B', 'main'])
  lab.pull(1, { 'users/bob/llm.ts': 'b2' })
  merge(lab, () => copied)
  expect(await frozen(lab, since)).toEqual(['bob'])
})

test('a direct push to the house stops everything', async () => {
  const { lab, since } = started()
  lab.push({ 'templates/job.ts': 'more' })
  expect(await frozen(lab, since)).toContain('changes the house')
})

test('a history that does not hold the commit that was vouched for', async () => {
  expect(await frozen(started().lab, 'f'.repeat(40))).toContain('no commit of main')
})

test('where people merge nobody is frozen', async () => {
  const { lab } = started()
  lab.push({ 'users/bob/llm.ts': 'b2' })
  const run = (args: readonly string[]) => Promise.resolve(Buffer.from(git(lab.upstream, args)))
  expect(await unapprovedMembers(run, { review: { level: 'simple' } }, lab.main())).toEqual([])
})
