import { like } from '../sample.ts'
import type { Handler, Handlers, Hub, Json } from '../hub.ts'
import { notFound, Refusal } from '../refusal.ts'
import { botOf, type Permissions } from '../tokens.ts'
import { appView, userView } from '../views.ts'

/** What the test has put there, as GitHub would say it. */
const setting =
  (id: string): Handler =>
  ({ hub }) => ({ status: 200, body: hub.state.settings[id] ?? notFound() })

export const actions: Handlers<'actions'> = {
  'actions/get-allowed-actions-repository': setting('actions/get-allowed-actions-repository'),
  'actions/get-fork-pr-contributor-approval-permissions-repository': setting(
    'actions/get-fork-pr-contributor-approval-permissions-repository',
  ),
  'actions/get-github-actions-default-workflow-permissions-repository': setting(
    'actions/get-github-actions-default-workflow-permissions-repository',
  ),
  'actions/get-github-actions-permissions-repository': setting('actions/get-github-actions-permissions-repository'),
  'actions/get-private-repo-fork-pr-workflows-settings-repository': setting(
    'actions/get-private-repo-fork-pr-workflows-settings-repository',
  ),
  'actions/list-repo-organization-secrets': setting('actions/list-repo-organization-secrets'),
  'actions/list-repo-secrets': ({ hub }) => secretsAnswer(hub.state.secrets),
  'actions/list-environment-secrets': ({ hub, path }) =>
    secretsAnswer((hub.state.environments.get(path['environment_name'] ?? '') ?? notFound()).secrets),
  'actions/list-workflow-runs-for-repo': ({ hub }) => ({
    status: 200,
    all: hub.state.workflowRuns,
    inBody: (page, total) => ({ total_count: total, workflow_runs: page }),
  }),
}

export const apps: Handlers<'apps'> = {
  'apps/get-authenticated': ({ hub }) => ({ status: 200, body: appView(hub, hub.app) }),
  'apps/get-by-slug': ({ hub, path }) => ({
    status: 200,
    body: path['app_slug'] === hub.app.slug ? appView(hub, hub.app) : notFound(),
  }),
  'apps/get-repo-installation': ({ hub }) => ({ status: 200, body: installationView(hub) }),
  'apps/create-installation-access-token': ({ hub, path, body }) => {
    if (Number(path['installation_id']) !== hub.app.installation) notFound()
    const permissions = narrowed(hub.app.permissions, body['permissions'] as Permissions | undefined)
    const { id, slug } = hub.app
    const token = hub.tokenFor({ is: 'bot', person: botOf(hub.app), app: { id, slug }, permissions })
    const until = new Date(Date.now() + 3_600_000).toISOString()
    return { status: 201, body: { token, expires_at: until, permissions, repository_selection: 'selected' } }
  },
}

export const users: Handlers<'users'> = {
  'users/get-by-username': ({ hub, path }) => {
    const bot = botOf(hub.app)
    const person = path['username'] === bot.login ? bot : (hub.state.people.get(path['username'] ?? '') ?? notFound())
    return { status: 200, body: like('public-user', userView(person)) }
  },
}

function secretsAnswer(names: readonly string[]) {
  const at = '2026-01-01T00:00:00Z'
  return {
    status: 200,
    all: names.map((name) => ({ name, created_at: at, updated_at: at })),
    inBody: (page: readonly unknown[], total: number) => ({ total_count: total, secrets: page }),
  }
}

/** A token may have less than the App, and never more. */
function narrowed(all: Permissions, asked: Permissions | undefined): Permissions {
  if (asked === undefined) return all
  for (const [name, level] of Object.entries(asked))
    if (all[name] !== 'write' && all[name] !== level)
      throw new Refusal(422, 'The permissions requested are not granted to this installation.')
  return asked
}

function installationView(hub: Hub): Json {
  const { app } = hub
  const account = { login: hub.owner, id: 1, type: 'Organization' } as const
  return like('installation', {
    id: app.installation,
    app_id: app.id,
    app_slug: app.slug,
    permissions: { metadata: 'read', ...app.permissions },
    account: userView({ ...account, type: 'User' }),
  })
}
