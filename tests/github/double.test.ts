import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openForge } from '../../scripts/github/index.ts'
import { git, labRepository, type LabRepository } from '../change/lab-repository.ts'
import { startDouble, type Double } from './start-double.ts'

let lab: LabRepository
let double: Double

beforeEach(async () => {
  lab = labRepository({ 'README.md': 'lab\n', 'users/bob/a.ts': '1\n' })
  double = await startDouble({ repository: lab.upstream, owner: 'uci', name: 'lab' })
  double.hand.person('alice', 1001)
  double.hand.person('bob', 1002, 'admin')
})
afterEach(() => double[Symbol.asyncDispose]())

const repo = '/repos/uci/lab'
const all = { contents: 'write', issues: 'write', 'pull-requests': 'write', checks: 'write' }
const ruleset = (...rules: readonly { type: string; parameters?: Record<string, unknown> }[]) => {
  double.state.rulesets.push({ id: 77, name: 'main', enforcement: 'active', rules, bypass: [] })
}

/** Alice's pull request, from her fork. */
function pullOf(
  number: number,
  files: Readonly<Record<string, string>> = { [`users/alice/${number}.ts`]: '1\n' },
): string {
  const head = lab.pull(number, files)
  double.hand.pull({ by: 'alice', branch: 'gpu', fork: 'alice/lab', number })
  return head
}

async function call(said: string, token: string | undefined, body?: unknown) {
  const [method = '', path = ''] = said.split(' ')
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(`${double.url}${path}`, { method, headers, ...sent })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
  }
}

describe('held to GitHub’s description', () => {
  test.each([
    ['an address that is none', `GET ${repo}/pull`, undefined, 'no such operation'],
    ['a number that is none', `GET ${repo}/pulls/one`, undefined, 'must be integer'],
    ['an unknown parameter', `GET ${repo}/pulls?per-page=10`, undefined, '"additionalProperty":"per-page"'],
    ['a value that is none', `GET ${repo}/pulls?state=opened`, undefined, 'allowed values'],
    ['a field too many', `POST ${repo}/issues/7/comments`, { body: 'a', text: 'b' }, '"additionalProperty":"text"'],
    ['a field too few', `POST ${repo}/issues/7/comments`, {}, '"missingProperty":"body"'],
    ['no body', `POST ${repo}/issues/7/comments`, undefined, 'needs a body'],
    ['a body where none is taken', `DELETE ${repo}/issues/7/labels/x`, { a: 1 }, 'takes no body'],
    ['a field of the wrong type', `PUT ${repo}/pulls/7/merge`, { sha: 1 }, 'must be string'],
    [
      'deep inside',
      `POST ${repo}/check-runs`,
      { name: 'a', head_sha: 'main', output: { title: '', summary: '', more: 1 } },
      '"more"',
    ],
    [
      'too much',
      `POST ${repo}/check-runs`,
      {
        name: 'a',
        head_sha: 'main',
        output: { title: '', summary: '', annotations: Array.from({ length: 51 }, () => note) },
      },
      '50',
    ],
  ])('%s is seen', async (_, said, body, fault) => {
    pullOf(7)
    await call(said, double.tokenFor({ job: all }), body)
    expect(double.violations).toContainEqual(expect.stringContaining(fault))
  })

  test('an answer of ours that GitHub would not give is seen too', async () => {
    double.state.settings['actions/get-github-actions-default-workflow-permissions-repository'] = {
      default_workflow_permissions: 'all',
    }
    await call(`GET ${repo}/actions/permissions/workflow`, double.tokenFor({ person: 'bob' }))
    expect(double.violations.join()).toContain("the double's own")
  })
})

const note = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' }

describe('who may do what', () => {
  test.each([
    ['nobody, writing', undefined, `POST ${repo}/issues/7/comments`, { body: 'a' }, 401],
    ['nobody, reading', undefined, `GET ${repo}/pulls`, undefined, 404],
    ['a token that is none', 'ghs_forged', `GET ${repo}/pulls`, undefined, 401],
    ['a job without the permission', { job: { contents: 'read' } }, `GET ${repo}/pulls`, undefined, 403],
    [
      'a job that only reads',
      { job: { 'pull-requests': 'read' } },
      `POST ${repo}/issues/7/comments`,
      { body: 'a' },
      403,
    ],
    [
      'a job that writes in pull requests',
      { job: { 'pull-requests': 'write' } },
      `POST ${repo}/issues/7/comments`,
      { body: 'a' },
      201,
    ],
    [
      'the same under an issue',
      { job: { 'pull-requests': 'write' } },
      `POST ${repo}/issues/8/comments`,
      { body: 'a' },
      403,
    ],
    ['a member comments', { person: 'alice' }, `POST ${repo}/issues/8/comments`, { body: 'a' }, 201],
    ['a member merges', { person: 'alice' }, `PUT ${repo}/pulls/7/merge`, {}, 403],
    [
      'a person makes a check run',
      { person: 'bob' },
      `POST ${repo}/check-runs`,
      { name: 'lab/approval', head_sha: 'main' },
      403,
    ],
    ['a member reads settings', { person: 'alice' }, `GET ${repo}/actions/permissions`, undefined, 403],
    ['a job asks who the App is', { job: all }, '/app', undefined, 401],
    ['another repository', { job: all }, 'GET /repos/uci/other/pulls', undefined, 404],
  ] as const)('%s', async (_, who, said, body, status) => {
    pullOf(7)
    double.hand.issue('alice', 'a form', '')
    const token = typeof who === 'object' ? double.tokenFor(who) : who
    expect(await call(said.startsWith('/') ? `GET ${said}` : said, token, body)).toMatchObject({ status })
    expect(double.violations).toEqual([])
  })

  test('in a public repository anybody reads, and nobody writes who may not', async () => {
    pullOf(7)
    double.state.isPrivate = false
    expect(await call(`GET ${repo}/pulls`, undefined)).toMatchObject({ status: 200 })
    expect(await call(`GET ${repo}/pulls`, double.tokenFor({ job: {} }))).toMatchObject({ status: 200 })
    expect(await call(`GET ${repo}/actions/secrets`, double.tokenFor({ job: {} }))).toMatchObject({ status: 403 })
    expect(await call(`PUT ${repo}/pulls/7/merge`, double.tokenFor({ job: {} }), {})).toMatchObject({ status: 403 })
  })

  test('the App is known by its key alone', async () => {
    const options = { api: double.url, server: 'https://github.com', repository: 'uci/lab' }
    const forge = await openForge({ ...options, credential: { app: double.app.id, key: double.app.privateKey } })
    expect(await forge.self()).toMatchObject({ login: 'uci-lab[bot]' })
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const key = privateKey.export({ type: 'pkcs1', format: 'pem' })
    await expect(openForge({ ...options, credential: { app: double.app.id, key } })).rejects.toThrow('401')
  })
})

const merging = (body: unknown = {}) => call(`PUT ${repo}/pulls/7/merge`, double.tokenFor({ job: all }), body)

describe('a merge', () => {
  test('makes a commit of two parents with the words it was given', async () => {
    const [head, main] = [pullOf(7), lab.main()]
    const { status, body } = await merging({ commit_title: 'alice: gpu', commit_message: 'Lab-Record: {}', sha: head })
    expect(status).toBe(200)
    expect(git(lab.upstream, ['show', '--no-patch', '--format=%P|%an|%B', 'main'])).toBe(
      `${main} ${head}|github-actions[bot]|alice: gpu\n\nLab-Record: {}`,
    )
    expect(body).toMatchObject({ merged: true, sha: lab.main() })
    expect(await merging()).toMatchObject({ status: 405 })
  })

  test.each([
    ['whose head has moved', () => merging({ sha: '0'.repeat(40) }), 409],
    [
      'in between',
      () => (
        double.before('pulls/merge', () => void lab.pull(7, { 'users/alice/b.ts': '2\n' })),
        merging({ sha: lab.main() })
      ),
      409,
    ],
    ['without the required check', () => (ruleset(approval), merging()), 405],
    [
      'by a method that is not allowed',
      () => (
        ruleset({ type: 'pull_request', parameters: { allowed_merge_methods: ['merge'] } }),
        merging({ merge_method: 'squash' })
      ),
      405,
    ],
    ['into a conflict', () => (lab.push({ 'users/alice/7.ts': 'other\n' }), merging()), 405],
  ])('%s is refused', async (_, merged, status) => {
    pullOf(7)
    const answer = await merged()
    expect(answer).toMatchObject({ status })
    expect(double.violations).toEqual([])
  })

  test('a required check counts from the App it is pinned to', async () => {
    const head = pullOf(7)
    ruleset(approval)
    const check = { name: 'lab/approval', head_sha: head, conclusion: 'success' }
    await call(`POST ${repo}/check-runs`, double.tokenFor({ job: all }), check)
    expect(await merging()).toMatchObject({ status: 405 })
    const forge = await openForge({
      api: double.url,
      server: '',
      repository: 'uci/lab',
      credential: { app: 4242, key: double.app.privateKey },
    })
    const said = { conclusion: 'success', title: 't', summary: 's', annotations: [] } as const
    expect(await forge.send({ call: 'check', head, digest: 'd', check: said })).toMatchObject({ done: true })
    expect(await merging()).toMatchObject({ status: 200 })
    expect(double.violations).toEqual([])
  })

  test('of a workflow file needs a permission that no job has', async () => {
    pullOf(7, { '.github/workflows/evil.yml': 'on: push\n' })
    expect(await merging()).toMatchObject({ status: 403 })
  })
})

const approval = {
  type: 'required_status_checks',
  parameters: {
    required_status_checks: [{ context: 'lab/approval', integration_id: 4242 }],
    strict_required_status_checks_policy: false,
  },
}

test('a list comes in pages, and files end at 3,000 without a word', async () => {
  pullOf(7, Object.fromEntries(Array.from({ length: 3001 }, (_, at) => [`users/alice/${at}.ts`, `${at}\n`])))
  const seen: number[] = []
  let next: string | undefined = `${repo}/pulls/7/files?per_page=100`
  while (next !== undefined) {
    const { body, headers } = await call(`GET ${next}`, double.tokenFor({ job: all }))
    seen.push((body as readonly unknown[]).length)
    next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1]?.slice(double.url.length)
  }
  expect(seen).toEqual(Array(30).fill(100))
})

const comment = () =>
  call(`POST ${repo}/issues/7/comments`, double.tokenFor({ job: all }), { body: 'a' }).catch(() => ({
    status: 0,
    headers: new Headers(),
  }))

describe('misbehaving', () => {
  test.each([
    ['bad-gateway', 502, 0],
    ['bad-gateway-after', 502, 1],
    ['dropped', 0, 0],
    ['dropped-after', 0, 1],
    ['secondary-limit', 403, 0],
    ['primary-limit', 403, 0],
    ['forbidden', 403, 0],
    ['twice', 201, 2],
  ] as const)('%s: %i, and %i comments', async (how, status, comments) => {
    pullOf(7)
    double.misbehave({ on: 'issues/create-comment', how })
    expect(await comment()).toMatchObject({ status })
    expect(double.state.comments.size).toBe(comments)
    expect(await comment()).toMatchObject({ status: 201 })
  })
})

test('our own port reads and writes all that it knows, and says nothing that GitHub does not understand', async () => {
  const head = pullOf(7)
  const credential = { app: 4242, key: double.app.privateKey }
  const forge = await openForge({ api: double.url, server: 'https://github.com', repository: 'uci/lab', credential })
  expect(await forge.main()).toBe(lab.main())
  expect(await forge.pulls()).toMatchObject([{ number: 7, head, author: { login: 'alice', id: 1001 }, isDraft: false }])
  await forge.send({ call: 'comment', under: 7, text: 'hello' })
  await forge.send({ call: 'add-labels', under: 7, labels: ['gpu'] })
  await forge.send({ call: 'ask-reviewers', pull: 7, logins: ['bob'] })
  expect(await forge.pull(7)).toMatchObject({ labels: ['gpu'], asked: ['bob'], isOpen: true })
  await double.hand.review(7, 'bob', 'APPROVED')
  expect(await forge.reviews(7)).toMatchObject([{ by: { login: 'bob' }, state: 'approved', commit: head }])
  const files = [{ path: 'grants/a.json', text: '{}\n' }]
  const branch = await forge.send({ call: 'branch', branch: 'lab/grant', from: lab.main(), message: 'm', files })
  expect(branch).toMatchObject({ done: true })
  const opened = await forge.send({ call: 'open-pull', branch: 'lab/grant', title: 't', text: 'x' })
  expect(opened).toMatchObject({ done: true, id: 8 })
  expect(await forge.pull(8)).toMatchObject({ author: { login: 'uci-lab[bot]' }, branch: 'lab/grant' })
  const merged = await forge.send({
    call: 'merge',
    pull: 8,
    head: (await forge.pull(8))?.head ?? '',
    title: 't',
    message: '',
  })
  expect(merged).toMatchObject({ done: true, sha: lab.main() })
  await forge.send({ call: 'delete-branch', branch: 'lab/grant' })
  expect(await forge.permission('bob')).toBe('admin')
  expect(await forge.job(head, 'house')).toBe('pending')
  expect(double.violations).toEqual([])
})
