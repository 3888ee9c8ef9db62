import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Asked } from './contract.ts'
import { answering, type Call, type Hook } from './answering.ts'
import { gitRepository } from './git-repository.ts'
import { hands } from './hands.ts'
import type { Hub } from './hub.ts'
import type { Planned } from './misbehave.ts'
import type { OperationId } from './operations.ts'
import { emptyState, type State } from './state.ts'
import { actionsApp, actionsBot, type App, type Caller, type Permissions } from './tokens.ts'

export interface DoubleOptions {
  /** A bare Git repository; pull requests from forks have their commits at `refs/pull/<number>/head` in it. */
  readonly repository: string
  readonly owner: string
  readonly name: string
  /** Where the App is installed, and what it may; without, `checks`, `contents`, `issues`, `pull_requests`, `statuses` and `actions` as the lab's. */
  readonly app?: { readonly id?: number; readonly slug?: string; readonly permissions?: Permissions }
  readonly now?: () => Date
}

/** A workflow's token, with the words of its job or of the API; or a person's. */
export type TokenOf = { readonly job: Readonly<Record<string, string>> } | { readonly person: string }

/** GitHub's API on this machine, held to GitHub's own description. */
export interface Double extends AsyncDisposable {
  /** `http://127.0.0.1:40123`, for `GITHUB_API_URL`. */
  readonly url: string
  readonly owner: string
  readonly name: string
  readonly app: App
  readonly state: State
  /** Every call that came, in order. */
  readonly calls: readonly Call[]
  /** Calls that GitHub would not understand, and answers of ours that it would not give. A test says that there are none. */
  readonly violations: readonly string[]
  /** What people do in a browser. */
  readonly hand: ReturnType<typeof hands>
  readonly tokenFor: (who: TokenOf) => string
  readonly misbehave: (plan: Planned) => void
  /** Nothing that was planned happens any more. */
  readonly forgive: () => void
  /** Does something just before the next call of an operation is carried out. */
  readonly before: (operation: OperationId, hook: (asked: Asked) => void | Promise<void>) => void
}

const labApp: Permissions = {
  actions: 'read',
  checks: 'write',
  contents: 'write',
  issues: 'write',
  pull_requests: 'write',
  statuses: 'write',
}

/** Starts GitHub over a bare repository; nobody is there yet but the workflows and the App. */
export async function startDouble({
  repository,
  owner,
  name,
  app: wanted = {},
  now = () => new Date(),
}: DoubleOptions): Promise<Double> {
  const [calls, violations, tokens]: [Call[], string[], Map<string, Caller>] = [[], [], new Map()]
  const [plans, hooks]: [{ plan: Planned; left: number }[], Hook[]] = [[], []]
  const state = emptyState()
  const app = appFrom(wanted)
  let [id, stamped] = [1000, 0]
  const hub: Hub = {
    owner,
    name,
    app,
    state,
    repository: gitRepository(repository),
    url: () => url,
    nextId: () => ++id,
    nextNumber: () => Math.max(0, ...state.issues.keys()) + 1,
    stamp: () => {
      stamped = Math.max(stamped + 1, Math.floor(now().getTime() / 1000))
      return new Date(stamped * 1000).toISOString().replace('.000', '')
    },
    tokenFor: (caller) => {
      const token = `ghs_${randomBytes(18).toString('hex')}`
      tokens.set(token, caller)
      return token
    },
  }
  const server = createServer(answering({ hub, tokens, calls, violations, plans, hooks, now }))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    owner,
    name,
    app,
    state,
    calls,
    violations,
    hand: hands(hub),
    tokenFor: (who) => hub.tokenFor(callerFor(who, state)),
    misbehave: (plan) => void plans.push({ plan, left: plan.times ?? 1 }),
    forgive: () => void plans.splice(0),
    before: (operation, hook) => void hooks.push({ operation, hook }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** One pair for a process: to make them takes longer than most tests. */
let keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject } | undefined

function appFrom({ id = 4242, slug = 'uci-lab', permissions = labApp }: NonNullable<DoubleOptions['app']>): App {
  const { privateKey, publicKey } = (keys ??= generateKeyPairSync('rsa', { modulusLength: 2048 }))
  const pem = privateKey.export({ type: 'pkcs1', format: 'pem' })
  return { id, slug, permissions, clientId: `Iv1.${id}`, installation: id + 1, privateKey: pem, publicKey }
}

function callerFor(who: TokenOf, state: State): Caller {
  if ('job' in who) return { is: 'bot', person: actionsBot, app: actionsApp, permissions: permissionsFrom(who.job) }
  const person = state.people.get(who.person)
  if (person === undefined) throw new Error(`nobody at GitHub is called ${who.person}`)
  return { is: 'person', person }
}

/** A workflow writes `pull-requests`, the API `pull_requests`. */
function permissionsFrom(job: Readonly<Record<string, string>>): Permissions {
  const kept = Object.entries(job).filter(([, level]) => level === 'read' || level === 'write')
  return Object.fromEntries(kept.map(([permission, level]) => [permission.replaceAll('-', '_'), level])) as Permissions
}
