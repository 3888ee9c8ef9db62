import type { ChangedPath } from '../model/change.ts'
import type { Reason } from '../model/decision.ts'
import type { Account, Facts } from '../model/facts.ts'
import { finding, type Finding } from '../model/finding.ts'
import type { Grant } from '../model/grant.ts'

/** Two admins, two members with ids, and one without. */
export const roster: Facts['roster'] = {
  admins: ['root', 'boss'],
  members: { root: { id: 1 }, boss: { id: 2 }, alice: { id: 1001 }, bob: { id: 1002 }, newcomer: {} },
}

export const alice: Account = { login: 'alice', id: 1001 }
export const root: Account = { login: 'root', id: 1 }
export const boss: Account = { login: 'boss', id: 2 }
export const head = 'a'.repeat(40)

/** Alice adds one request that is within every limit. */
export function facts(changes: Partial<Facts> = {}): Facts {
  return {
    author: alice,
    roster,
    change: { head, paths: [added('users/alice/dev.ts')] },
    findings: { own: [], lifted: [], others: [] },
    grants: [],
    reviews: [],
    check: 'passed',
    ...changes,
  }
}

export function touching(...paths: readonly (string | ChangedPath)[]): Pick<Facts, 'change'> {
  return { change: { head, paths: paths.map((path) => (typeof path === 'string' ? added(path) : path)) } }
}

export function added(path: string, mode = '100644'): ChangedPath {
  return { path, after: { mode, id: 'b'.repeat(40) } }
}

export function deleted(path: string): ChangedPath {
  return { path, before: { mode: '100644', id: 'b'.repeat(40) } }
}

/** `member-gpus` of a request. */
export function asks(gpus: number, request = 'alice/dev'): Finding {
  const [member = ''] = request.split('/')
  const args = { member, asked: gpus, limit: 4, room: 4, most: [{ request, amount: gpus }], others: 0 }
  return finding('member-gpus', args, { file: `users/${request}.ts`, line: 4 }, { request, lift: gpus })
}

/** What no grant lifts. */
export function wrong(request = 'alice/dev'): Finding {
  return finding('session-hours', { asked: 7, limit: 6 }, { file: `users/${request}.ts` }, { request })
}

export function grant(changes: Partial<Grant> = {}): Grant {
  return {
    v: 1,
    login: 'alice',
    request: 'dev',
    lifts: [{ code: 'member-gpus', value: 8 }],
    until: '2026-12-10',
    by: 'root',
    byId: 1,
    pull: 118,
    head,
    ask: 'f34bfbc',
    comment: 987_654,
    reason: '8-way FSDP of 13B',
    ...changes,
  }
}

/** `refuse not-on-roster`. */
export function words(reasons: readonly Reason[]): readonly string[] {
  return reasons.map(({ says, code }) => `${says} ${code}`)
}
