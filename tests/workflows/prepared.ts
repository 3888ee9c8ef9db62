import { stringify } from 'yaml'
import { environmentOf, type Job, type Permissions, type Workflow } from './workflow.ts'

export interface Granted {
  /** A token for a job with these permissions. */
  readonly tokenFor: (permissions: Permissions) => string
  /** The secrets that an environment gives to this run. */
  readonly secretsOf: (environment: string) => Readonly<Record<string, string>>
  /** A run of a stranger's change: its tokens read at most. */
  readonly isFork: boolean
}

export interface Prepared {
  readonly text: string
  /** All that act has to know, under names that only one job uses. */
  readonly secrets: Readonly<Record<string, string>>
}

/** A workflow for act, which knows neither permissions nor environments: each job finds a token and secrets of its own, and no others. */
export function prepared(workflow: Workflow, { tokenFor, secretsOf, isFork }: Granted): Prepared {
  const secrets: Record<string, string> = {}
  const jobs = Object.entries(workflow.jobs).map(([id, job]) => {
    const permissions = job.permissions ?? workflow.permissions ?? {}
    const environment = environmentOf(job)
    const own = {
      ...(environment !== undefined && secretsOf(environment)),
      GITHUB_TOKEN: tokenFor(isFork ? onlyReading(permissions) : permissions),
    }
    const prefix = `${workflow.name}_${id}_`.toUpperCase().replaceAll(/\W/g, '_')
    for (const [name, value] of Object.entries(own)) secrets[prefix + name] = value
    return [id, renamed(plain(job), prefix)]
  })
  const { concurrency: _, ...rest } = workflow
  return { text: stringify({ ...rest, jobs: Object.fromEntries(jobs) }, { lineWidth: 0 }), secrets }
}

/** Keys that act does not know, or that mean something only at GitHub. */
const foreign = new Set(['environment', 'concurrency', 'permissions'])

function plain(job: Job): Job {
  return Object.fromEntries(Object.entries(job).filter(([key]) => !foreign.has(key)))
}

/** `secrets.X` and `github.token` become the names that are this job's alone. */
function renamed(job: Job, prefix: string): unknown {
  const text = JSON.stringify(job)
  const named = text
    .replaceAll(/\bsecrets\.(\w+)/g, `secrets.${prefix}$1`)
    .replaceAll(/\bgithub\.token\b/g, `secrets.${prefix}GITHUB_TOKEN`)
  return JSON.parse(named) as unknown
}

function onlyReading(permissions: Permissions): Permissions {
  return Object.fromEntries(
    Object.entries(permissions).map(([name, level]) => [name, level === 'none' ? 'none' : 'read']),
  )
}
