import { checkName, digestPrefix } from '../model/own-marks.ts'
import type { Annotation, Call, Reply } from '../model/forge.ts'
import { answered, forgeOut } from './attempt.ts'
import type { Asking } from './open-forge.ts'
import { writeBranch } from './write-branch.ts'

type Sender<C extends Call['call']> = (asking: Asking, call: Extract<Call, { call: C }>) => Promise<Sent>

/** What of the answer we go on with. */
interface Sent {
  readonly id?: number
  readonly sha?: string
}

/** GitHub takes so many annotations in one request. */
const mostAnnotations = 50

const senders: { readonly [C in Call['call']]: Sender<C> } = {
  comment: async ({ github, at }, { under, text }) => {
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
    return { id: Number((await github.request(route, { ...at, issue_number: under, body: text })).data.id) }
  },
  'edit-comment': async ({ github, at }, { id, text }) => {
    const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
    await github.request(route, { ...at, comment_id: id, body: text })
    return { id }
  },
  'delete-comment': async ({ github, at }, { id }) => {
    await github.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...at, comment_id: id })
    return {}
  },
  check: (asking, { head, digest, check }) => sendCheck(asking, head, digest, check),
  'add-labels': async ({ github, at }, { under, labels }) => {
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels'
    await github.request(route, { ...at, issue_number: under, labels: [...labels] })
    return {}
  },
  'remove-label': async ({ github, at }, { under, label }) => {
    const route = 'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}'
    await github.request(route, { ...at, issue_number: under, name: label })
    return {}
  },
  'ask-reviewers': async ({ github, at }, { pull, logins }) => {
    const route = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers'
    await github.request(route, { ...at, pull_number: pull, reviewers: [...logins] })
    return {}
  },
  merge: async ({ github, at }, { pull, head, title, message }) => {
    const how = { merge_method: 'merge', sha: head, commit_title: title, commit_message: message } as const
    const route = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge'
    return { sha: (await github.request(route, { ...at, pull_number: pull, ...how })).data.sha }
  },
  close: async ({ github, at }, { number }) => {
    const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}'
    await github.request(route, { ...at, issue_number: number, state: 'closed' })
    return {}
  },
  react: async ({ github, at }, { comment, with: content }) => {
    const route = 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions'
    await github.request(route, { ...at, comment_id: comment, content })
    return {}
  },
  branch: writeBranch,
  'open-pull': async ({ github, at }, { branch, title, text }) => {
    const what = { head: branch, base: 'main', title, body: text }
    return { id: (await github.request('POST /repos/{owner}/{repo}/pulls', { ...at, ...what })).data.number }
  },
  'delete-branch': async ({ github, at }, { branch }) => {
    await github.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { ...at, ref: `heads/${branch}` })
    return {}
  },
}

/** Sends one call. What GitHub refuses is a `Reply`; throws `ForgeOut` where nobody knows whether it happened. */
export async function sendCall(asking: Asking, call: Call): Promise<Reply> {
  try {
    const send = senders[call.call] as Sender<Call['call']>
    return { done: true, ...(await send(asking, call)) }
  } catch (error) {
    const out = forgeOut(error)
    const why = refusals[out.status ?? 0]
    if (why === undefined) throw out
    return { done: false, why, said: out.message }
  }
}

/** 405 is what a merge gets that a rule forbids; 409 one whose head is another by now. */
const refusals: Readonly<Record<number, 'moved' | 'refused' | 'gone'>> = {
  403: 'refused',
  404: 'gone',
  405: 'refused',
  409: 'moved',
  410: 'gone',
  422: 'refused',
}

async function sendCheck(
  { github, at }: Asking,
  head: string,
  digest: string,
  { conclusion, title, summary, annotations }: Extract<Call, { call: 'check' }>['check'],
): Promise<Sent> {
  // The digest says that all of it is there, so it goes with the last batch.
  const batch = (from: number) => ({
    output: { title, summary, annotations: annotations.slice(from, from + mostAnnotations).map(annotationFor) },
    ...(from + mostAnnotations >= annotations.length && { external_id: digestPrefix + digest }),
  })
  const what = { name: checkName, head_sha: head, status: 'completed', conclusion } as const
  const { data } = await answered(
    github.request('POST /repos/{owner}/{repo}/check-runs', { ...at, ...what, ...batch(0) }),
  )
  for (let next = mostAnnotations; next < annotations.length; next += mostAnnotations) {
    const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}'
    await github.request(route, { ...at, check_run_id: data.id, ...batch(next) })
  }
  return { id: Number(data.id) }
}

function annotationFor({ path, line, endLine, level, title, message }: Annotation) {
  return { path, start_line: line, end_line: endLine, annotation_level: level, title, message }
}
