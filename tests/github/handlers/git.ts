import type { Handlers, Hub, Json } from '../hub.ts'
import { like } from '../sample.ts'
import { notFound, Refusal } from '../refusal.ts'
import { activeRules } from '../rules.ts'
import { commitTree } from '../merge.ts'
import { commitView } from '../commit-view.ts'
import { treeWith, type Entry } from '../tree-with.ts'
import { closeWithout } from './issues.ts'

const objectName = /^[0-9a-f]{40}$/

export const git: Handlers<'git'> = {
  'git/get-ref': async ({ hub, path }) => ({
    status: 200,
    body: refView(`refs/${path['ref']}`, await commitAt(hub, `refs/${path['ref']}`)),
  }),
  'git/list-matching-refs': async ({ hub, path }) => {
    const text = await hub.repository.git(['for-each-ref', '--format=%(refname) %(objectname)'])
    const refs = text.split('\n').map((line) => line.split(' '))
    const found = refs.filter(([ref = '']) => ref.startsWith(`refs/${path['ref']}`))
    return { status: 200, body: found.map(([ref = '', sha = '']) => refView(ref, sha)) }
  },
  'git/create-ref': async ({ hub, body }) => {
    const { ref, sha } = body as { ref: string; sha: string }
    if (!/^refs\/[^/]+\/./.test(ref)) throw new Refusal(422, "Reference name must start with 'refs/'")
    if ((await hub.repository.commitOf(ref)) !== undefined) throw new Refusal(422, 'Reference already exists')
    if ((await hub.repository.commitOf(sha)) === undefined) throw new Refusal(422, 'Object does not exist')
    await hub.repository.git(['update-ref', ref, sha, '0'.repeat(40)])
    return { status: 201, body: refView(ref, sha) }
  },
  'git/update-ref': async ({ hub, path, body }) => {
    const ref = `refs/${path['ref']}`
    const { sha, force = false } = body as { sha: string; force?: boolean }
    const old = await hub.repository.commitOf(ref)
    if (old === undefined) throw new Refusal(422, 'Reference does not exist')
    insistOnNoRule(hub, ref)
    if ((await hub.repository.commitOf(sha)) === undefined) throw new Refusal(422, 'Object does not exist')
    if (!force && !(await isAncestor(hub, old, sha))) throw new Refusal(422, 'Update is not a fast forward')
    await hub.repository.git(['update-ref', ref, sha, old])
    return { status: 200, body: refView(ref, sha) }
  },
  'git/delete-ref': async ({ hub, path }) => {
    const ref = `refs/${path['ref']}`
    if ((await hub.repository.commitOf(ref)) === undefined) throw new Refusal(422, 'Reference does not exist')
    insistOnNoRule(hub, ref)
    await closeWithout(hub, ref.replace('refs/heads/', ''))
    await hub.repository.git(['update-ref', '-d', ref])
    return { status: 204 }
  },
  'git/get-commit': async ({ hub, path }) => ({
    status: 200,
    body: await commitView(hub, await commitAt(hub, path['commit_sha'] ?? ''), 'git-commit'),
  }),
  'git/create-commit': async ({ hub, by, body }) => {
    const { message, tree, parents = [] } = body as { message: string; tree: string; parents?: readonly string[] }
    if (![tree, ...parents].every((name) => objectName.test(name)))
      throw new Refusal(422, 'The tree parameter must be exactly 40 characters and contain only [0-9a-f].')
    const commit = await commitTree(hub, by, tree, parents, message).catch(() => undefined)
    if (commit === undefined) throw new Refusal(422, 'Tree SHA or a parent does not exist')
    return { status: 201, body: await commitView(hub, commit, 'git-commit') }
  },
  'git/get-tree': async ({ hub, path, query }) => ({
    status: 200,
    body: await treeView(hub, path['tree_sha'] ?? '', query['recursive'] !== undefined),
  }),
  'git/create-tree': async ({ hub, body }) => {
    const { base_tree: base, tree } = body as { base_tree?: string; tree: readonly Entry[] }
    return { status: 201, body: await treeView(hub, await treeWith(hub.repository, base, tree), false) }
  },
  'git/create-blob': async ({ hub, body }) => {
    const { content, encoding = 'utf-8' } = body as { content: string; encoding?: string }
    const input = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8')
    const sha = await hub.repository.git(['hash-object', '-w', '--stdin'], { input })
    return { status: 201, body: { url: '', sha } }
  },
  'git/get-blob': async ({ hub, path }) => {
    const sha = path['file_sha'] ?? ''
    const text = await hub.repository.git(['cat-file', 'blob', sha]).catch(notFound)
    return {
      status: 200,
      body: like('blob', { sha, content: Buffer.from(text).toString('base64'), encoding: 'base64', size: text.length }),
    }
  },
}

function refView(ref: string, sha: string): Json {
  return like('git-ref', { ref, object: { type: 'commit', sha, url: '' } })
}

async function commitAt({ repository }: Hub, name: string): Promise<string> {
  return (await repository.commitOf(name)) ?? notFound()
}

/** Main moves by a pull request alone, where a rule says so. */
export function insistOnNoRule(hub: Hub, ref: string): void {
  if (ref === 'refs/heads/main' && activeRules(hub).length > 0)
    throw new Refusal(422, 'Repository rule violations found\n\nChanges must be made through a pull request.')
}

function isAncestor({ repository }: Hub, old: string, sha: string): Promise<boolean> {
  return repository.git(['merge-base', '--is-ancestor', old, sha]).then(
    () => true,
    () => false,
  )
}

async function treeView({ repository }: Hub, name: string, isDeep: boolean): Promise<Json> {
  const sha = await repository.git(['rev-parse', '--verify', '--end-of-options', `${name}^{tree}`]).catch(notFound)
  const text = await repository.git(['ls-tree', '-z', ...(isDeep ? ['-r', '-t'] : []), sha])
  const entries = text.split('\0').flatMap((line) => {
    const [, mode, type, id, path] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? []
    return path === undefined ? [] : [{ mode, type, sha: id, path }]
  })
  return { sha, url: '', tree: entries, truncated: false }
}
