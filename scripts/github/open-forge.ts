import type { Account } from '../model/facts.ts'
import { ForgeOut, type Forge } from '../model/forge.ts'
import { answered } from './attempt.ts'
import { connect, type ConnectOptions, type Credential, type GitHub } from './connect.ts'
import { repositoryOf, type Repository } from './place.ts'
import { readComment, readIssue, readIssues } from './read-posts.ts'
import { readMarks, readSaid } from './read-marks.ts'
import { readJob, readReviews } from './read-opinions.ts'
import { readPull, readPulls } from './read-pulls.ts'
import { sendCall } from './send-call.ts'

export interface ForgeOptions extends ConnectOptions {
  /** `uci/lab`. */
  readonly repository: string
  /** `https://github.com`: for people. */
  readonly server: string
  /** The name of the App in whose name the lab writes, for whoever only reads with another credential. */
  readonly writer?: string
}

/** All that our questions need to know. */
export interface Asking {
  readonly github: GitHub
  readonly at: Repository
  readonly self: () => Promise<Account>
}

/** The account of a workflow's own token, the same in every repository. */
const actions: Account = { login: 'github-actions[bot]', id: 41_898_282 }

/** GitHub as a port: what we ask, and what we do there. Nothing is asked yet, but where the App is installed. */
export async function openForge(options: ForgeOptions): Promise<Forge> {
  const at = repositoryOf(options.repository)
  const github = await connected(options, at)
  const self = once(() => writerOf(options, github))
  const asking: Asking = { github, at, self }
  return {
    home: `${options.server}/${options.repository}`,
    self,
    main: () => mainTip(asking),
    pulls: () => readPulls(asking),
    pull: (number) => readPull(asking, number),
    marks: (pull) => readMarks(asking, pull),
    said: (under, mark) => readSaid(asking, under, mark),
    reviews: (pull) => readReviews(asking, pull),
    job: (head, name) => readJob(asking, head, name),
    issue: (number) => readIssue(asking, number),
    issues: (label) => readIssues(asking, label),
    comment: (id) => readComment(asking, id),
    permission: (login) => permissionOf(asking, login),
    send: (call) => sendCall(asking, call),
  }
}

/** An installation token of the App, for this repository; or the token that was given. */
async function connected(options: ForgeOptions, at: Repository): Promise<GitHub> {
  const { credential } = options
  if ('token' in credential || credential.installation !== undefined) return connect(options)
  const app = connect(options)
  const { data } = await answered(app.request('GET /repos/{owner}/{repo}/installation', at))
  return connect({ ...options, credential: { ...credential, installation: data.id } satisfies Credential })
}

/** In whose name the lab writes. */
async function writerOf({ credential, writer }: ForgeOptions, github: GitHub): Promise<Account> {
  if (writer !== undefined) return appAccount(github, writer)
  if ('token' in credential) return actions
  const { data: app } = await answered(github.request('GET /app'))
  if (app?.slug === undefined) throw new ForgeOut('GET /app: the App has no name')
  return appAccount(github, app.slug)
}

/** An App writes as `<slug>[bot]`. */
async function appAccount(github: GitHub, slug: string): Promise<Account> {
  const username = `${slug}[bot]`
  const { data } = await answered(github.request('GET /users/{username}', { username }))
  return { login: data.login, id: Number(data.id) }
}

async function mainTip({ github, at }: Asking): Promise<string> {
  const { data } = await answered(
    github.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...at, ref: 'heads/main' }),
  )
  return data.object.sha
}

async function permissionOf({ github, at }: Asking, username: string): ReturnType<Forge['permission']> {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission'
  const { data } = await answered(github.request(route, { ...at, username }))
  const { permission } = data
  return permission === 'admin' || permission === 'write' || permission === 'read' ? permission : 'none'
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
