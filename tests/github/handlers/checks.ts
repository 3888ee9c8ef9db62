import type { Asking, Handlers, Hub, Json } from '../hub.ts'
import { like } from '../sample.ts'
import { notFound, Refusal } from '../refusal.ts'
import type { CheckRun, Maker } from '../state.ts'
import { checkView } from '../views.ts'

export const checks: Handlers<'checks'> = {
  'checks/create': async (asking) => {
    const { hub, body } = asking
    const head = await commitOf(hub, String(body['head_sha']))
    const blank = { title: null, summary: null, text: null, annotations: [], status: 'queued', conclusion: null }
    const made = {
      id: hub.nextId(),
      head,
      app: makerOf(asking),
      startedAt: hub.stamp(),
      name: '',
      externalId: '',
      detailsUrl: null,
    }
    const run: CheckRun = { ...blank, ...made }
    change(run, body)
    hub.state.checks.set(run.id, run)
    return { status: 201, body: checkView(hub, run) }
  },
  'checks/update': (asking) => {
    const { hub, path, body } = asking
    const run = hub.state.checks.get(Number(path['check_run_id'])) ?? notFound()
    if (run.app.id !== makerOf(asking).id) throw new Refusal(403, 'Resource not accessible by integration')
    change(run, body)
    return { status: 200, body: checkView(hub, run) }
  },
  'checks/list-for-ref': async ({ hub, path, query }) => {
    const head = await commitOf(hub, path['ref'] ?? '')
    const { check_name: name, app_id: app, status, filter = 'latest' } = query
    const found = [...hub.state.checks.values()].filter(
      (run) =>
        run.head === head &&
        (name === undefined || run.name === name) &&
        (app === undefined || run.app.id === Number(app)) &&
        (status === undefined || run.status === status),
    )
    const shown =
      filter === 'all' ? found : [...new Map(found.map((run) => [`${run.app.id} ${run.name}`, run])).values()]
    const all = shown.toReversed().map((run) => checkView(hub, run))
    return { status: 200, all, inBody: (page, total) => ({ total_count: total, check_runs: page }) }
  },
}

export const statuses: Pick<Handlers<'repos'>, 'repos/create-commit-status' | 'repos/list-commit-statuses-for-ref'> = {
  'repos/create-commit-status': async ({ hub, path, body }) => {
    const sha = await commitOf(hub, path['sha'] ?? '')
    const {
      state,
      context = 'default',
      description = null,
    } = body as { state: string; context?: string; description?: string | null }
    const status = { id: hub.nextId(), sha, state, context, description, at: hub.stamp() }
    hub.state.statuses.push(status)
    return { status: 201, body: statusView(status) }
  },
  'repos/list-commit-statuses-for-ref': async ({ hub, path }) => {
    const sha = await commitOf(hub, path['ref'] ?? '')
    return {
      status: 200,
      all: hub.state.statuses
        .filter((one) => one.sha === sha)
        .toReversed()
        .map(statusView),
    }
  },
}

function statusView({ id, state, context, description, at }: Hub['state']['statuses'][number]): Json {
  return like('status', { id, state, context, description, created_at: at, updated_at: at })
}

async function commitOf({ repository }: Hub, ref: string): Promise<string> {
  const found = await repository.commitOf(ref)
  if (found === undefined) throw new Refusal(422, `No commit found for SHA: ${ref}`)
  return found
}

/** Only programs make check runs. */
function makerOf({ caller }: Asking): Maker {
  if (caller.is !== 'bot') throw new Refusal(403, 'You must authenticate via a GitHub App.')
  const { id, slug } = caller.app
  return { id, slug }
}

/** Annotations are added to those that are there; the rest is set. A conclusion completes. */
function change(run: CheckRun, body: Json): void {
  const { name, status, conclusion, external_id: externalId, details_url: detailsUrl, output } = body as Told
  if (status === 'completed' && conclusion === undefined && run.conclusion === null)
    throw new Refusal(422, 'Invalid request.\n\nconclusion is required when status is completed')
  Object.assign(
    run,
    defined({ name, externalId, detailsUrl, conclusion, status: conclusion === undefined ? status : 'completed' }),
  )
  if (output === undefined) return
  const { annotations = [], ...words } = output
  Object.assign(run, words, { annotations: [...run.annotations, ...annotations] })
}

interface Told {
  readonly name?: string
  readonly status?: string
  readonly conclusion?: string
  readonly external_id?: string
  readonly details_url?: string
  readonly output?: { readonly annotations?: readonly unknown[] }
}

function defined(fields: Json): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
