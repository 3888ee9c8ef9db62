import { digestOf } from '../../model/digest.ts'
import { ForgeOut, type Forge, type Post, type PullRequest } from '../../model/forge.ts'
import type { FormRequest, FormWords } from '../../model/form.ts'
import type { Json } from '../../model/json.ts'
import type { Lab } from '../../model/lab.ts'
import { formMark } from '../../model/own-marks.ts'
import { formBranchOf, formRequest, type Formed } from '../../obey/index.ts'
import { namesOf } from './author.ts'

export interface Forming {
  readonly forge: Forge
  readonly lab: Lab
  /** The commit of main that this checkout is. */
  readonly main: string
  /** On main: `alice/dev`. */
  readonly requests: ReadonlySet<string>
  readonly words: FormWords
}

/** What came of one issue; `said` is foreign text. */
export interface FormOutcome {
  readonly issue: number
  readonly did: 'nothing' | 'answered' | 'opened' | 'linked' | 'failed'
  readonly pull?: number
  readonly said?: string
}

/** The label that the form gives: an issue without it is no form. */
export const formLabel = 'request'

/**
 * Makes every filled form a pull request in its author's name, or says what is wrong with it. Looks again at all of them: what was done
 * is told by our comment, so a lost or doubled event changes nothing. `only`: the issue that an event was about.
 */
export async function fillForms(forming: Forming, only?: number): Promise<readonly FormOutcome[]> {
  const issues = await forming.forge.issues(formLabel)
  const crowded = crowdedIn(issues)
  const outcomes: FormOutcome[] = []
  for (const issue of issues) {
    if (only === undefined || issue.number === only) outcomes.push(await attempted(issue, crowded.has(issue), forming))
  }
  return outcomes
}

/** Open forms of one author that become pull requests, oldest first. */
const mostForms = 5

function crowdedIn(issues: readonly Post[]): ReadonlySet<Post> {
  const byAuthor = Map.groupBy(issues, ({ by }) => by.id)
  return new Set([...byAuthor.values()].flatMap((own) => own.slice(mostForms)))
}

/** One that fails keeps nobody waiting. */
async function attempted(issue: Post, isCrowded: boolean, forming: Forming): Promise<FormOutcome> {
  try {
    return await fill(issue, isCrowded, forming)
  } catch (error) {
    if (!(error instanceof ForgeOut)) throw error
    return { issue: issue.number, did: 'failed', said: error.message }
  }
}

async function fill(issue: Post, isCrowded: boolean, forming: Forming): Promise<FormOutcome> {
  const { forge, lab, requests } = forming
  const formed = unlessCrowded(formRequest(issue, lab, namesOf(requests, issue.by)), isCrowded)
  if (formed === undefined) return { issue: issue.number, did: 'nothing' }
  const mark = `${formMark}${digestOf(formed as unknown as Json)} -->`
  const seen = await forge.said(issue.number, formMark)
  if (seen.some(({ text }) => text.startsWith(mark))) return { issue: issue.number, did: 'nothing' }
  const { text, ...outcome } = await answer(issue, formed, forming)
  const [first] = seen
  const body = `${mark}\n${text}`
  await forge.send(
    first === undefined
      ? { call: 'comment', under: issue.number, text: body }
      : { call: 'edit-comment', id: first.id, text: body },
  )
  return { issue: issue.number, ...outcome }
}

/** Threat: a stranger's hundred issues must not become a hundred comments of ours; a member is told once each. */
function unlessCrowded(formed: Formed, isCrowded: boolean): Formed | undefined {
  if (!isCrowded) return formed
  return 'request' in formed ? { faults: [{ code: 'form-crowded', args: { limit: mostForms } }] } : undefined
}

type Answer = Omit<FormOutcome, 'issue'> & { readonly text: string }

async function answer(issue: Post, formed: Formed, forming: Forming): Promise<Answer> {
  const { words } = forming
  if ('faults' in formed) return { did: 'answered', text: words.findings(formed.faults) }
  const opened = await open(formed.request, issue.number, forming)
  return typeof opened === 'number'
    ? { did: 'opened', pull: opened, text: words.opened(opened) }
    : { did: 'linked', said: opened, text: words.link(formed.request) }
}

/** The number of the pull request that bears this request now, or what GitHub said against it. */
async function open(request: FormRequest, issue: number, { forge, main, words }: Forming): Promise<number | string> {
  const branch = formBranchOf(issue)
  const files = [{ path: request.file, text: request.text }]
  const title = words.title(request)
  const made = await forge.send({ call: 'branch', branch, from: main, message: title, files })
  if (!made.done) return made.said
  const before = await openedFrom(branch, forge)
  if (before !== undefined) return before.number
  const opened = await forge.send({ call: 'open-pull', branch, title, text: words.text(request, issue) })
  if (!opened.done) return opened.said
  return opened.id ?? 'the new pull request has no number'
}

/** Our own open pull request from a branch of ours. */
export async function openedFrom(branch: string, forge: Forge): Promise<PullRequest | undefined> {
  const { id } = await forge.self()
  return (await forge.pulls()).find((pull) => pull.branch === branch && pull.author.id === id)
}
