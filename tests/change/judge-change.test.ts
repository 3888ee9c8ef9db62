import { describe, expect, test } from 'vitest'
import type { Account } from '../../scripts/model/facts.ts'
import type { Grant } from '../../scripts/model/grant.ts'
import { accounts, job, judgeAll, judgeOne, judgeTable, session, verdictOf, type Row } from './judged.ts'
import { git, labRepository, type Files } from './lab-repository.ts'

const { root, boss, alice, bob, carol } = accounts

const disk = `import { volume } from '#lab'\nexport default volume('data', '100Gi', { readers: ['bob'] })\n`
const reader = `import { session, shared } from '#lab'
export default session('read', { image: 'python', hours: 6, mounts: { '/data': shared('alice', 'data') } })
`

const base: Files = {
  'lab.config.ts': '// the lab\n',
  'templates/index.ts': '// templates\n',
  'users/tsconfig.json': '{}\n',
  'users/alice/dev.ts': session(),
  'users/alice/data.ts': disk,
  'users/bob/train.ts': job(2, 'train'),
  'users/bob/read.ts': reader,
}

/** One test a row; the rows are judged together. */
function table(rows: readonly Row[]): void {
  const verdicts = judgeTable(base, rows)
  test.each(rows.map(([what, , , expected], index) => [what, expected, index] as const))(
    '%s',
    async (_, expected, index) => {
      expect((await verdicts)[index]).toBe(expected)
    },
  )
}

describe('what goes through by itself', () => {
  table([
    ['a session', alice, { 'users/alice/new.ts': session('new') }, 'auto: small-request'],
    ['a job within the caps', alice, { 'users/alice/llm.ts': job(4) }, 'auto: small-request'],
    ['a comment', alice, { 'users/alice/dev.ts': `// mine\n${session()}` }, 'auto: small-request'],
    ['one’s own request goes', alice, { 'users/alice/dev.ts': null }, 'auto: small-request'],
    ['a cap', alice, { 'users/alice/llm.ts': job(5) }, 'needs-admin: member-gpus'],
    [
      'an image from nowhere',
      alice,
      { 'users/alice/new.ts': session('new').replace("'python'", "'example.org/x:1'") },
      'needs-admin: image-unlisted',
    ],
    ['a card with a form', alice, { 'users/alice/llm.ts': job(1).replace('A10', 'A100') }, 'needs-admin: gpu-class'],
    [
      'a field that no template writes',
      alice,
      {
        'users/alice/new.ts': session('new').replace(
          'hours: 6',
          "hours: 6, patch: { container: { workingDir: '/tmp' } }",
        ),
      },
      'needs-admin: field-unusual',
    ],
    [
      'a service',
      alice,
      {
        'users/alice/web.ts': `import { service } from '#lab'\nexport default service('web', { image: 'python', command: 'python -m http.server 8888', port: 8888, until: '2026-12-01' })\n`,
      },
      'needs-admin: service-needs-admin',
    ],
    ['a session of seven hours', alice, { 'users/alice/dev.ts': session('dev', 7) }, 'refused: option-over-limit'],
    ['what is no program', alice, { 'users/alice/dev.ts': 'export default {' }, 'refused: syntax-error'],
  ])

  test('what stood on main before is not the author’s', async () => {
    const lab = labRepository({ ...base, 'users/alice/old.ts': session('old', 7) })
    expect(verdictOf(await judgeOne(lab, alice, { 'users/alice/new.ts': session('new') }))).toBe('auto: small-request')
    expect(verdictOf(await judgeOne(lab, bob, { 'users/bob/new.ts': session('new') }))).toBe('auto: small-request')
  })

  test('until the author touches it', async () => {
    const lab = labRepository({ ...base, 'users/alice/old.ts': session('old', 7) })
    const touched = await judgeOne(lab, alice, { 'users/alice/old.ts': `// mine\n${session('old', 7)}` })
    expect(verdictOf(touched)).toBe('refused: option-over-limit')
  })

  test('or runs it again, from wherever', async () => {
    const text = job(8)
      .replace("'#lab'", "'#lab'\nimport { run } from './_run.ts'")
      .replace('hours: 24', 'hours: 24, run')
    const lab = labRepository({ ...base, 'users/carol/_run.ts': 'export const run = 1\n', 'users/carol/llm.ts': text })
    expect(verdictOf(await judgeOne(lab, carol, { 'users/carol/_run.ts': 'export const run = 2\n' }))).toBe(
      'needs-admin: member-gpus',
    )
  })

  test('what the change does to others is not for the author alone', async () => {
    const judged = await judgeOne(labRepository(base), alice, { 'users/alice/data.ts': null })
    expect(verdictOf(judged)).toBe('needs-admin: disk-missing')
    expect(judged.decision.reasons).toMatchObject([
      { code: 'others-affected', args: { finding: { request: 'bob/read' } } },
    ])
  })
})

test('whatever alice has in her folder, bob gets the same answers', async () => {
  const hers: Files = {
    'users/alice/broken.ts': 'export default {',
    'users/alice/endless.ts': 'for (;;) {}\n',
    'users/alice/empty.ts': 'export {}\n',
    'users/alice/tampering.ts': `${session('x')}\nObject.prototype.kind = 'Secret'\nArray.prototype.map = () => []\n`,
    'users/alice/thief.ts': job(4, 'train').replace("'train'", "'../bob-train'"),
    'users/alice/large.ts': 'x'.repeat(100_000),
    'users/alice/train.ts': job(16, 'train'),
  }
  const his: readonly Row[] = [
    ['small', bob, { 'users/bob/new.ts': session('new') }, 'auto: small-request'],
    ['over a cap', bob, { 'users/bob/new.ts': job(3, 'new') }, 'needs-admin: member-gpus'],
    ['wrong', bob, { 'users/bob/new.ts': session('new', 7) }, 'refused: option-over-limit'],
  ]
  expect(await judgeTable(base, his)).toEqual(his.map((row) => row[3]))
  expect(await judgeTable({ ...base, ...hers }, his)).toEqual(his.map((row) => row[3]))
})

describe('other people’s things, and the house', () => {
  table([
    ['1 edit', alice, { 'users/bob/train.ts': session('x') }, 'refused: folder-foreign'],
    ['1 delete', alice, { 'users/bob/train.ts': null }, 'refused: folder-foreign'],
    ['1 add', alice, { 'users/bob/new.ts': session('x') }, 'refused: folder-foreign'],
    [
      '1 rename into the own folder',
      alice,
      { 'users/bob/train.ts': null, 'users/alice/train.ts': job(2, 'train') },
      'refused: folder-foreign',
    ],
    [
      '1 copy over another’s',
      alice,
      { 'users/alice/dev.ts': null, 'users/bob/train.ts': session() },
      'refused: folder-foreign',
    ],
    ['1 a folder of nobody', alice, { 'users/dave/dev.ts': session() }, 'refused: folder-foreign'],
    [
      '1 hidden among the own',
      alice,
      { 'users/alice/new.ts': session('new'), 'users/bob/x.ts': '' },
      'refused: folder-foreign',
    ],
    [
      '3 a link',
      alice,
      { 'users/alice/x.ts': { mode: '120000', text: '../bob/train.ts' } },
      'refused: file-link, not-plain',
    ],
    [
      '3 another repository',
      alice,
      { 'users/alice/x.ts': { mode: '160000', id: 'a'.repeat(40) } },
      'refused: file-special, not-plain',
    ],
    [
      '3 a program',
      alice,
      { 'users/alice/dev.ts': { mode: '100755', text: session() } },
      'refused: file-executable, not-plain',
    ],
    ['3 attributes', alice, { 'users/alice/.gitattributes': '* merge=ours\n' }, 'refused: file-kind, name-refused'],
    ['3 attributes for all', alice, { '.gitattributes': '* merge=ours\n' }, 'needs-admin: approval-missing'],
    ['3 upper case', alice, { 'users/alice/Dev.ts': session('x') }, 'refused: file-name, name-refused'],
    ['3 a twin of the own folder', alice, { 'users/Alice/dev.ts': session('x') }, 'refused: folder-foreign'],
    ['3 a newline', alice, { 'users/alice/a\n::set-output.ts': session('x') }, 'refused: file-name, name-refused'],
    ['3 beyond ASCII', alice, { 'users/alice/dév.ts': session('x') }, 'refused: file-name, name-refused'],
    [
      '3 a folder in a folder',
      alice,
      { 'users/alice/sub/dev.ts': session('x') },
      'refused: folder-in-folder, name-refused',
    ],
    ['3 beside the folders', alice, { 'users/evil.ts': session('x') }, 'refused: path-stray'],
    ['3 in the place of all folders', alice, { 'users/alice': { mode: '120000', text: '..' } }, 'refused: path-stray'],
    ['4 a large file', alice, { 'users/alice/large.ts': 'x'.repeat(300_000) }, 'refused: file-too-large'],
    ['4 no text', alice, { 'users/alice/dev.ts': 'a\0b' }, 'refused: nul-character'],
    [
      '5 a login that somebody took',
      { login: 'alice', id: 9 },
      { 'users/alice/new.ts': session('new') },
      'refused: other-account',
    ],
    ['5 an old friend', { login: 'al', id: 1001 }, { 'users/alice/new.ts': session('new') }, 'refused: not-on-roster'],
    [
      '7 another’s name',
      alice,
      byHand('ConfigMap', 'bob-config'),
      'refused: label-foreign, name-foreign, field-unusual',
    ],
    ['7 a forbidden kind', alice, byHand('Namespace', 'alice-space'), 'refused: kind-unknown'],
    ['7 a secret', alice, byHand('Secret', 'alice-secret'), 'refused: secret-in-git'],
    ['7 nothing at all', alice, { 'users/alice/new.ts': 'export {}\n' }, 'refused: request-empty'],
    ['8 policy', alice, { 'lab.config.ts': '// gpus: 99\n' }, 'needs-admin: approval-missing'],
    ['8 templates', alice, { 'templates/index.ts': '' }, 'needs-admin: approval-missing'],
    ['8 how types are checked', alice, { 'users/tsconfig.json': '' }, 'needs-admin: approval-missing'],
    ['8 the lock file', alice, { 'package-lock.json': '' }, 'needs-admin: approval-missing'],
    ['8 workflows', alice, { '.github/workflows/apply.yml': '' }, 'needs-admin: approval-missing'],
    ['8 owners', alice, { '.github/CODEOWNERS': '' }, 'needs-admin: approval-missing'],
    [
      '8 a link in the house',
      alice,
      { 'templates/x.ts': { mode: '120000', text: '/' } },
      'refused: not-plain, approval-missing',
    ],
    [
      '8 a request and its limit',
      alice,
      { 'lab.config.ts': '// gpus: 99\n', 'users/alice/llm.ts': job(8) },
      'refused: areas-mixed',
    ],
    ['8 one’s own grant', alice, { 'grants/1-alice-llm.json': '{}' }, 'refused: grant-unfit, grants-not-by-admin'],
    ['8 an admin’s own policy', root, { 'lab.config.ts': '// gpus: 99\n' }, 'needs-admin: approval-missing'],
    ['an admin writes for a member', root, { 'users/alice/new.ts': session('new') }, 'refused: folder-foreign'],
    ['an admin removes', root, { 'users/bob/train.ts': null }, 'needs-admin: approval-missing'],
    ['a stranger', { login: 'mallory', id: 6 }, { 'users/mallory/dev.ts': session() }, 'refused: not-on-roster'],
  ])

  test('2 hidden in a merge of main', async () => {
    const lab = labRepository(base)
    const side = lab.pull(2, { 'users/alice/new.ts': session('new') })
    const moved = lab.push({ 'README.md': 'x' })
    lab.pull(1, { 'README.md': 'x', 'users/bob/train.ts': job(4, 'train') }, { from: side, merge: moved })
    expect(verdictOf((await judgeAll(lab, { 1: { author: alice } })).get(1))).toBe('refused: folder-foreign')
  })

  test('2 on an old base, where the other’s file was still one’s own', async () => {
    const lab = labRepository({ ...base, 'users/alice/gift.ts': session('gift') })
    const old = lab.main()
    lab.push({ 'users/alice/gift.ts': null, 'users/bob/gift.ts': session('gift') })
    lab.pull(1, { 'users/bob/gift.ts': session('evil') }, { from: old })
    expect(verdictOf((await judgeAll(lab, { 1: { author: alice } })).get(1))).toMatch(
      /^refused: (conflict|folder-foreign)$/,
    )
  })

  test('2 behind 3,500 files nothing is evaluated', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 3500 }, (_, index) => [`users/alice/f${index}.ts`, session()]),
    )
    const judged = await judgeOne(labRepository(base), alice, { ...files, 'users/bob/train.ts': null })
    expect(verdictOf(judged)).toBe('refused: too-many-paths')
    expect(judged.checked).toBeUndefined()
  })

  test('1 what is nobody’s business of the author costs nothing', async () => {
    const judged = await judgeOne(labRepository(base), alice, { 'users/bob/train.ts': 'for (;;) {}\n' })
    expect(judged.checked).toBeUndefined()
  })

  test('5 commits in another’s name prove nothing', async () => {
    const lab = labRepository(base)
    lab.pull(1, { 'users/bob/new.ts': session('new') }, { by: 'bob <bob@example.org>' })
    expect(verdictOf((await judgeAll(lab, { 1: { author: alice } })).get(1))).toBe('refused: folder-foreign')
  })

  test('7 a file that changes what templates make', async () => {
    const tampering = `${session('new')}
Object.prototype.kind = 'Secret'
JSON.stringify = () => '[]'
Array.prototype.map = () => []
`
    const judged = await judgeOne(labRepository(base), alice, { 'users/alice/new.ts': tampering })
    expect(judged.decision.verdict).toBe('refused')
  })

  test('8 the house, approved', async () => {
    const lab = labRepository(base)
    const head = lab.pull(1, { 'lab.config.ts': '// gpus: 99\n' })
    const seen = (by: Account, commit = head) => [{ by, state: 'approved' as const, commit }]
    const verdict = async (author: Account, reviews: ReturnType<typeof seen>): Promise<string> =>
      verdictOf((await judgeAll(lab, { 1: { author, reviews } })).get(1))
    expect(await verdict(alice, seen(root))).toBe('granted: approved')
    expect(await verdict(root, seen(boss))).toBe('granted: approved')
    expect(await verdict(root, seen(root))).toBe('needs-admin: approval-missing')
    expect(await verdict(alice, seen(bob))).toBe('needs-admin: approval-missing')
    expect(await verdict(alice, seen(root, lab.main()))).toBe('needs-admin: approval-missing')
  })
})

function byHand(kind: string, name: string): Files {
  const text = `export default {
  apiVersion: 'v1', kind: '${kind}',
  metadata: {
    name: '${name}', namespace: 'uci-datalab',
    labels: { 'lab/owner': 'alice', 'lab/name': 'new' }, annotations: { 'lab/request': 'users/alice/new.ts' },
  },
  data: { a: 'b' },
}
`
  return { 'users/alice/new.ts': text }
}

describe('a green check that is not true', () => {
  test('12 a push makes another change: what was approved is not what is there', async () => {
    const lab = labRepository(base)
    const head = lab.pull(1, { 'templates/index.ts': '// fine\n' })
    const reviews = [{ by: root, state: 'approved' as const, commit: head }]
    const before = (await judgeAll(lab, { 1: { author: alice, reviews } })).get(1)
    lab.pull(1, { 'templates/index.ts': '// evil\n' })
    const after = (await judgeAll(lab, { 1: { author: alice, reviews } })).get(1)
    expect([verdictOf(before), verdictOf(after)]).toEqual(['granted: approved', 'needs-admin: approval-missing'])
    expect(before?.change).toMatchObject({ head })
    expect(after?.change).not.toMatchObject({ head })
  })

  test('13 two of one member, each fits, both do not', async () => {
    const lab = labRepository(base)
    const files = [{ 'users/carol/one.ts': job(3, 'one') }, { 'users/carol/two.ts': job(3, 'two') }] as const
    lab.pull(1, files[0])
    lab.pull(2, files[1])
    const asking = { 1: { author: carol }, 2: { author: carol } }
    const before = await judgeAll(lab, asking)
    lab.push(files[0])
    const after = await judgeAll(lab, asking)
    expect([1, 2].map((number) => verdictOf(before.get(number)))).toEqual([
      'auto: small-request',
      'auto: small-request',
    ])
    expect(verdictOf(after.get(2))).toBe('needs-admin: member-gpus')
    expect(after.get(2)?.tree?.folderIds.get('carol')).not.toBe(before.get(2)?.tree?.folderIds.get('carol'))
    expect(after.get(2)?.tree?.folderIds.get('alice')).toBe(before.get(2)?.tree?.folderIds.get('alice'))
  })

  test('14 the same head, another day', async () => {
    const lab = labRepository(base)
    const grants = [grantOf(8, '2026-11-30')]
    lab.pull(1, { 'users/carol/llm.ts': job(8) })
    const on = async (day: string): Promise<string> => {
      const now = new Date(`${day}T20:00:00Z`)
      return verdictOf((await judgeAll(lab, { 1: { author: carol } }, { now, grants })).get(1))
    }
    expect(await on('2026-11-30')).toBe('granted: member-gpus')
    expect(await on('2026-12-01')).toBe('needs-admin: member-gpus')
  })

  test('15 the same commit in two pull requests: the verdict is the asker’s', async () => {
    const lab = labRepository(base)
    const head = lab.pull(1, { 'users/alice/new.ts': session('new') })
    git(lab.upstream, ['update-ref', 'refs/pull/2/head', head])
    const judged = await judgeAll(lab, { 1: { author: alice }, 2: { author: bob } })
    expect([1, 2].map((number) => verdictOf(judged.get(number)))).toEqual([
      'auto: small-request',
      'refused: folder-foreign',
    ])
  })
})

function grantOf(gpus: number, until: string): Grant {
  const lifts = [{ code: 'member-gpus', value: gpus }]
  const by = { by: 'root', byId: 1, pull: 1, head: 'a'.repeat(40), ask: 'f34bfbc', comment: 1 }
  return { v: 1, login: 'carol', request: 'llm', lifts, until, ...by, reason: 'FSDP' }
}

function grantText(changes: object = {}): string {
  return JSON.stringify({ ...grantOf(8, '2026-12-10'), ...changes })
}

test('the life of a grant, on real requests', async () => {
  const lab = labRepository(base)
  const grants = [grantOf(8, '2026-12-10')]
  const ask = async (gpus: number, today: Parameters<typeof judgeOne>[3]) =>
    (await judgeOne(lab, carol, { 'users/carol/llm.ts': job(gpus) }, today)).decision
  const life = [
    await ask(8, {}),
    await ask(8, { grants }),
    await ask(6, { grants }),
    await ask(9, { grants }),
    await ask(8, { grants, now: new Date('2026-12-11T20:00:00Z') }),
  ]
  expect(life.map(({ verdict }) => verdict)).toEqual([
    'needs-admin',
    'granted',
    'granted',
    'needs-admin',
    'needs-admin',
  ])
  expect(life[3]?.ask).not.toBe(life[0]?.ask)
  expect(life[3]?.reasons).toMatchObject([{ args: { finding: { args: { asked: 9, limit: 4 } } } }])
  expect(life[4]?.ask).toBe(life[0]?.ask)
  expect(life[4]?.reasons).toMatchObject([{ args: { finding: { expired: { by: 'root', until: '2026-12-10' } } } }])
})

describe('grants by pull request', () => {
  const file = 'grants/1-carol-llm.json'

  table([
    ['an admin', root, { [file]: grantText() }, 'granted: grant-given'],
    ['a member', carol, { [file]: grantText() }, 'refused: grant-for-author, grants-not-by-admin'],
    ['another admin', boss, { [file]: grantText() }, 'refused: grant-in-anothers-name'],
    ['too long', root, { [file]: grantText({ until: '2030-01-01' }) }, 'refused: grant-unfit'],
    ['with a field more', root, { [file]: grantText({ admin: true }) }, 'refused: grant-unfit'],
    ['under another name', root, { 'grants/2-carol-llm.json': grantText() }, 'refused: grant-unfit'],
    ['as a link', root, { [file]: { mode: '120000', text: grantText() } }, 'refused: grant-unfit, not-plain'],
    ['for oneself', root, { 'grants/1-root-llm.json': grantText({ login: 'root' }) }, 'refused: grant-unfit'],
  ])

  test('withdrawn by an admin, not by a member', async () => {
    const lab = labRepository({ ...base, [file]: grantText() })
    expect(verdictOf(await judgeOne(lab, boss, { [file]: null }))).toBe('granted: grant-withdrawn')
    expect(verdictOf(await judgeOne(lab, carol, { [file]: null }))).toBe('refused: grants-not-by-admin')
  })
})
