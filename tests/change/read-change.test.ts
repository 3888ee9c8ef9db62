import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fetchHeads } from '../../scripts/change/index.ts'
import { git, labRepository, type Files } from './lab-repository.ts'
import { base, look, told } from './looked.ts'

describe('what a pull request would do to main', () => {
  const shared = labRepository(base)
  const sharedRoom = shared.room()

  test.each<[string, Files, readonly string[]]>([
    ['a new file', { 'users/alice/new.ts': 'x' }, ['A 100644 users/alice/new.ts']],
    ['another text', { 'users/alice/dev.ts': 'x' }, ['M 100644 users/alice/dev.ts']],
    ['a file goes', { 'users/alice/dev.ts': null }, ['D 100644 users/alice/dev.ts']],
    [
      'a rename is a deletion and an addition',
      { 'users/bob/train.ts': null, 'users/alice/train.ts': 'a\nb\nc\nd\ne\nf\n' },
      ['A 100644 users/alice/train.ts', 'D 100644 users/bob/train.ts'],
    ],
    ['a link', { 'users/alice/x.ts': { mode: '120000', text: '/etc/passwd' } }, ['A 120000 users/alice/x.ts']],
    [
      'another repository',
      { 'users/alice/x.ts': { mode: '160000', id: 'a'.repeat(40) } },
      ['A 160000 users/alice/x.ts'],
    ],
    ['a program', { 'users/alice/dev.ts': { mode: '100755', text: 'x' } }, ['M 100755 users/alice/dev.ts']],
    ['a newline in a name', { 'users/alice/a\nb.ts': 'x' }, ['A 100644 users/alice/a\nb.ts']],
    ['a tab and a quote in a name', { 'users/alice/a\t"b.ts': 'x' }, ['A 100644 users/alice/a\t"b.ts']],
    ['beyond ASCII', { 'users/alice/dév.ts': 'x' }, ['A 100644 users/alice/dév.ts']],
    [
      'a folder that becomes a link',
      { 'users/alice/dev.ts': null, 'users/alice': { mode: '120000', text: 'bob' } },
      ['A 120000 users/alice', 'D 100644 users/alice/dev.ts'],
    ],
    ['nothing', {}, []],
  ])('%s', async (_, changes, expected) => {
    shared.pull(1, changes)
    expect([...told(await look(shared, await sharedRoom))].sort()).toEqual(expected)
  })

  test('two names that are no UTF-8 stay two', async () => {
    const lab = labRepository(base)
    const names = ['377', '376'].map((byte) => `M 100644 inline "users/alice/\\${byte}"\ndata 0\n\n`)
    const commit = `commit refs/pull/1/head\ncommitter t <t@e> 0 +0000\ndata 0\nfrom ${lab.main()}\n`
    git(lab.upstream, ['fast-import', '--quiet'], `${commit}${names.join('')}`)
    expect(told(await look(lab))).toEqual(['A 100644 users/alice/\ufffd', 'A 100644 users/alice/\ufffd'])
  })

  test('a submodule is seen, whatever its settings say', async () => {
    const modules = '[submodule "x"]\n\tpath = x\n\turl = ../x\n\tignore = all\n'
    const lab = labRepository({ ...base, '.gitmodules': modules, x: { mode: '160000', id: 'a'.repeat(40) } })
    lab.pull(1, { x: { mode: '160000', id: 'b'.repeat(40) } })
    expect(told(await look(lab))).toEqual(['M 160000 x'])
  })

  test('a change to another file is not lost when main moved', async () => {
    const lab = labRepository(base)
    const old = lab.main()
    lab.push({ 'users/bob/train.ts': 'other\n' })
    lab.pull(1, { 'users/alice/new.ts': 'x' }, { from: old })
    expect(told(await look(lab))).toEqual(['A 100644 users/alice/new.ts'])
  })

  test('both change one file, in different lines: the texts are merged', async () => {
    const lab = labRepository(base)
    const old = lab.main()
    lab.push({ 'users/alice/dev.ts': 'ONE\ntwo\nthree\nfour\nfive\n' })
    lab.pull(1, { 'users/alice/dev.ts': 'one\ntwo\nthree\nfour\nFIVE\n' }, { from: old })
    const room = await lab.room()
    const change = await look(lab, room)
    const merged = 'tree' in change ? await room.git(['cat-file', 'blob', `${change.tree}:users/alice/dev.ts`]) : ''
    expect(String(merged)).toBe('ONE\ntwo\nthree\nfour\nFIVE\n')
  })

  test('a file that main renamed meanwhile is told where it is now, or is a conflict: that depends on Git', async () => {
    const lab = labRepository(base)
    const old = lab.main()
    lab.push({ 'users/bob/train.ts': null, 'users/alice/train.ts': 'a\nb\nc\nd\ne\nf\n' })
    lab.pull(1, { 'users/bob/train.ts': 'a\nb\nc\nd\ne\nF\n' }, { from: old })
    expect([['M 100644 users/alice/train.ts'], ['conflict']]).toContainEqual(told(await look(lab)))
  })

  test('what hides in a merge of main is seen', async () => {
    const lab = labRepository(base)
    const side = lab.pull(2, { 'users/alice/new.ts': 'x' })
    const moved = lab.push({ 'README.md': 'x' })
    lab.pull(1, { 'README.md': 'x', 'users/bob/train.ts': 'evil\n' }, { from: side, merge: moved })
    expect(told(await look(lab))).toEqual(['A 100644 users/alice/new.ts', 'M 100644 users/bob/train.ts'])
  })

  test('what main has by now is no change', async () => {
    const lab = labRepository(base)
    const old = lab.main()
    lab.push({ 'users/alice/new.ts': 'x' })
    lab.pull(1, { 'users/alice/new.ts': 'x' }, { from: old })
    expect(told(await look(lab))).toEqual([])
  })
})

describe('what cannot be read', () => {
  test('both change one line', async () => {
    const lab = labRepository(base)
    const old = lab.main()
    lab.push({ 'users/alice/dev.ts': 'x\n' })
    lab.pull(1, { 'users/alice/dev.ts': 'y\n' }, { from: old })
    expect(await look(lab)).toEqual({ unreadable: 'conflict', paths: ['users/alice/dev.ts'] })
  })

  test('a history that is not ours', async () => {
    const lab = labRepository(base)
    git(lab.upstream, ['fast-import', '--quiet'], 'commit refs/pull/1/head\ncommitter t <t@e> 0 +0000\ndata 0\n\n')
    expect(await look(lab)).toEqual({ unreadable: 'unrelated' })
  })

  test.each([
    [200, 'all'],
    [201, 'too-many-paths'],
    [3500, 'too-many-paths'],
  ])('%i paths', async (count, expected) => {
    const lab = labRepository(base)
    lab.pull(1, Object.fromEntries(Array.from({ length: count }, (_, index) => [`users/alice/f${index}.ts`, 'x'])))
    const seen = told(await look(lab))
    expect(seen.length === count ? 'all' : seen[0]).toBe(expected)
  })

  test('a tree of a thousand million names, made of a few objects', async () => {
    const lab = labRepository(base)
    const blob = git(lab.upstream, ['hash-object', '-w', '--stdin'], 'x')
    let tree = git(lab.upstream, ['mktree'], tenTimes('100644 blob', blob))
    for (let depth = 0; depth < 8; depth++) tree = git(lab.upstream, ['mktree'], tenTimes('040000 tree', tree))
    lab.pull(1, { 'users/alice/bomb': { mode: '040000', id: tree } })
    expect(await look(lab)).toEqual({ unreadable: 'too-many-paths', limit: 200 })
  })

  test('a folder in a folder in a folder, without end', async () => {
    const lab = labRepository(base)
    lab.pull(1, { [`users/alice/${'deep/'.repeat(1000)}dev.ts`]: 'x' })
    expect(await look(lab)).toEqual({ unreadable: 'too-many-paths', limit: 200 })
  })

  test('a pull request that is not there', async () => {
    expect(await look(labRepository(base))).toEqual({ unreadable: 'gone' })
  })

  test('an object that is malformed, and nobody else is kept waiting', async () => {
    const lab = labRepository(base)
    const blob = git(lab.upstream, ['hash-object', '-w', '--stdin'], 'x')
    const entry = Buffer.concat([Buffer.from('100644 .git\0'), Buffer.from(blob, 'hex')])
    const tree = git(lab.upstream, ['hash-object', '-w', '-t', 'tree', '--stdin', '--literally'], entry)
    const commit = git(lab.upstream, ['commit-tree', '-p', lab.main(), '-m', 'x', tree])
    git(lab.upstream, ['update-ref', 'refs/pull/1/head', commit])
    const good = lab.pull(2, { 'users/alice/new.ts': 'x' })
    const heads = await fetchHeads(await lab.room(), [1, 2, 3])
    expect(heads.get(1)).toMatchObject({ unreadable: 'malformed', said: expect.stringContaining('hasDotgit') })
    expect(heads.get(2)).toBe(good)
    expect(heads.get(3)).toEqual({ unreadable: 'gone' })
  })

  test('a remote that does not answer is our fault', async () => {
    const lab = labRepository(base)
    const room = await lab.room({ remote: join(lab.root, 'nowhere.git') })
    expect((await fetchHeads(room, [1])).get(1)).toMatchObject({ unreadable: 'unknown' })
  })

  test('a remote that is a command is not run', async () => {
    const lab = labRepository(base)
    const mark = join(lab.root, 'ran')
    const room = await lab.room({ remote: `ext::touch ${mark}` })
    expect((await fetchHeads(room, [1])).get(1)).toMatchObject({ unreadable: 'unknown' })
    expect(existsSync(mark)).toBe(false)
  })
})

function tenTimes(kind: string, id: string): string {
  return Array.from({ length: 10 }, (_, index) => `${kind} ${id}\te${index}\n`).join('')
}

describe('large files', () => {
  const large = 'x'.repeat(2 * 1024 * 1024)

  test('stay where they are', async () => {
    const lab = labRepository(base)
    lab.pull(1, { 'users/alice/large.ts': large })
    const room = await lab.room()
    const change = await look(lab, room)
    expect(told(change)).toEqual(['A 100644 users/alice/large.ts'])
    const id = 'paths' in change && !('unreadable' in change) ? change.paths[0]?.after?.id : ''
    expect(String(await room.git(['cat-file', '--batch-check'], `${id}\n`))).toBe(`${id} missing\n`)
  })

  test('that would have to be merged line by line are told', async () => {
    const lab = labRepository(base)
    const old = lab.main()
    lab.push({ 'users/alice/dev.ts': 'ONE\ntwo\nthree\nfour\nfive\n' })
    lab.pull(1, { 'users/alice/dev.ts': `one\ntwo\nthree\nfour\nfive\n${large}` }, { from: old })
    expect(await look(lab)).toEqual({ unreadable: 'too-large', paths: ['users/alice/dev.ts'] })
  })

  test('exactly as long as a request may be are fetched', async () => {
    const lab = labRepository(base)
    lab.pull(1, { 'users/alice/full.ts': 'x'.repeat(64 * 1024) })
    const room = await lab.room()
    await fetchHeads(room, [1])
    expect((await room.git(['cat-file', 'blob', 'refs/pull/1/head:users/alice/full.ts'])).length).toBe(64 * 1024)
  })
})
