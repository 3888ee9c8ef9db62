import { commitView } from '../commit-view.ts'
import { tipOf } from '../heads.ts'
import type { Asking, Handlers, Hub, Json } from '../hub.ts'
import { like } from '../sample.ts'
import { notFound, Refusal } from '../refusal.ts'
import { activeRules } from '../rules.ts'
import type { Environment, Role, Ruleset } from '../state.ts'
import { commitTree } from '../merge.ts'
import { treeWith } from '../tree-with.ts'
import { repositoryView, userView } from '../views.ts'
import { statuses } from './checks.ts'
import { insistOnNoRule } from './git.ts'

export const repos: Handlers<'repos'> = {
  ...statuses,
  'repos/get': ({ hub }) => ({ status: 200, body: repositoryView(hub, 'full-repository') }),
  'repos/get-branch': async ({ hub, path }) => {
    const name = path['branch'] ?? ''
    const commit = await commitView(hub, await tipOf(hub, name), 'commit')
    return {
      status: 200,
      body: like('branch-with-protection', { name, commit, protected: activeRules(hub).length > 0 }),
    }
  },
  'repos/get-branch-protection': () => {
    throw new Refusal(404, 'Branch not protected')
  },
  'repos/get-commit': async ({ hub, path }) => {
    const sha = (await hub.repository.commitOf(path['ref'] ?? '')) ?? notFound()
    return { status: 200, body: await commitView(hub, sha, 'commit') }
  },
  'repos/get-content': async ({ hub, path, query }) => {
    const at = `${query['ref'] ?? 'main'}:${path['path'] ?? ''}`
    const type = await hub.repository.git(['cat-file', '-t', at]).catch(notFound)
    if (type !== 'tree') return { status: 200, body: await fileView(hub, path['path'] ?? '', at) }
    const names = (await hub.repository.git(['ls-tree', '--name-only', at])).split('\n')
    return { status: 200, body: names.map((name) => entryView(`${path['path']}/${name}`)) }
  },
  'repos/create-or-update-file-contents': async (asking) => put(asking),
  'repos/get-branch-rules': ({ hub, path }) => ({
    status: 200,
    all:
      path['branch'] === 'main'
        ? activeRules(hub).map(({ ruleset, ...rule }) => ({ ...rule, ...sourceOf(hub, ruleset) }))
        : [],
  }),
  'repos/get-repo-rulesets': ({ hub }) => ({
    status: 200,
    all: hub.state.rulesets.map((ruleset) => rulesetView(hub, ruleset)),
  }),
  'repos/get-repo-ruleset': ({ hub, path }) => {
    const ruleset = hub.state.rulesets.find(({ id }) => id === Number(path['ruleset_id'])) ?? notFound()
    return { status: 200, body: { ...rulesetView(hub, ruleset), rules: ruleset.rules, bypass_actors: ruleset.bypass } }
  },
  'repos/get-collaborator-permission-level': ({ hub, path }) => {
    const person = hub.state.people.get(path['username'] ?? '') ?? notFound()
    const role = hub.state.collaborators.get(person.login) ?? (hub.state.isPrivate ? 'none' : 'read')
    return { status: 200, body: { permission: role, role_name: role, user: collaboratorView(hub, person.login, role) } }
  },
  'repos/list-collaborators': ({ hub, query }) => {
    const weight = { read: 0, pull: 0, push: 1, write: 1, admin: 2 } as Readonly<Record<string, number>>
    const least = weight[query['permission'] ?? 'pull'] ?? 0
    const found = [...hub.state.collaborators].filter(([, role]) => (weight[role] ?? 0) >= least)
    return { status: 200, all: found.map(([login, role]) => collaboratorView(hub, login, role)) }
  },
  'repos/get-all-environments': ({ hub }) => ({
    status: 200,
    all: [...hub.state.environments].map(([name, environment]) => environmentView(name, environment)),
    inBody: (page, total) => ({ total_count: total, environments: page }),
  }),
  'repos/get-environment': ({ hub, path }) => ({
    status: 200,
    body: environmentView(path['environment_name'] ?? '', environmentOf(hub, path)),
  }),
  'repos/list-deployment-branch-policies': ({ hub, path }) => ({
    status: 200,
    all: (environmentOf(hub, path).branches ?? []).map((name, index) =>
      like('deployment-branch-policy', { id: index + 1, name, type: 'branch' }),
    ),
    inBody: (page, total) => ({ total_count: total, branch_policies: page }),
  }),
}

async function put({ hub, by, path, body }: Asking) {
  const file = path['path'] ?? ''
  const {
    message,
    content,
    sha,
    branch = 'main',
  } = body as { message: string; content: string; sha?: string; branch?: string }
  const tip = await tipOf(hub, branch)
  const old = await hub.repository.git(['rev-parse', '--verify', '--quiet', `${tip}:${file}`]).catch(() => undefined)
  if (old !== undefined && sha === undefined) throw new Refusal(422, 'Invalid request.\n\n"sha" wasn\'t supplied.')
  if (sha !== undefined && sha !== old) throw new Refusal(409, `${file} does not match ${sha}`)
  insistOnNoRule(hub, `refs/heads/${branch}`)
  const text = Buffer.from(content, 'base64').toString()
  const tree = await treeWith(hub.repository, tip, [{ path: file, mode: '100644', content: text }])
  const commit = await commitTree(hub, by, tree, [tip], message)
  await hub.repository.git(['update-ref', `refs/heads/${branch}`, commit, tip])
  const what = {
    content: await fileView(hub, file, `${commit}:${file}`),
    commit: await commitView(hub, commit, 'git-commit'),
  }
  return { status: old === undefined ? 201 : 200, body: what }
}

async function fileView({ repository }: Hub, path: string, at: string): Promise<Json> {
  const [sha, size] = [await repository.git(['rev-parse', at]), Number(await repository.git(['cat-file', '-s', at]))]
  // Git's own output is trimmed, so the bytes come with a mark at their end.
  const text = (await repository.git(['cat-file', '--batch'], { input: `${at}\n` })).slice(
    `${sha} blob ${size}\n`.length,
  )
  const content = Buffer.from(size > text.length ? `${text}\n` : text).toString('base64')
  return { ...entryView(path), type: 'file', encoding: 'base64', sha, size, content }
}

function entryView(path: string): Json {
  const links = { self: '', git: null, html: null }
  const nothing = {
    url: '',
    git_url: null,
    html_url: null,
    download_url: null,
    _links: links,
    size: 0,
    sha: '',
    type: 'file',
  }
  return { ...nothing, path, name: path.split('/').at(-1) ?? '' }
}

function sourceOf({ owner, name }: Hub, { id }: Ruleset): Json {
  return { ruleset_source_type: 'Repository', ruleset_source: `${owner}/${name}`, ruleset_id: id }
}

function rulesetView({ owner, name: repository }: Hub, { id, name, enforcement }: Ruleset): Json {
  const conditions = { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } }
  return {
    id,
    name,
    target: 'branch',
    source_type: 'Repository',
    source: `${owner}/${repository}`,
    enforcement,
    conditions,
  }
}

function collaboratorView({ state }: Hub, login: string, role: Role | 'none'): Json {
  const person = state.people.get(login) ?? notFound()
  return like('collaborator', { ...userView(person), role_name: role })
}

function environmentOf({ state }: Hub, path: Asking['path']): Environment {
  return state.environments.get(path['environment_name'] ?? '') ?? notFound()
}

/** What it says about admins stands in the answers and not in the description. */
function environmentView(name: string, { branches, adminsBypass }: Environment): Json {
  const policy = branches === undefined ? null : { protected_branches: false, custom_branch_policies: true }
  return like('environment', { name, deployment_branch_policy: policy, can_admins_bypass: adminsBypass })
}
