import type { Hub } from './hub.ts'
import type { CheckRun, Ruleset } from './state.ts'

type Rule = Ruleset['rules'][number]

/** The rules that bind main. */
export function activeRules({ state }: Hub): readonly (Rule & { readonly ruleset: Ruleset })[] {
  const active = state.rulesets.filter(({ enforcement }) => enforcement === 'active')
  return active.flatMap((ruleset) => ruleset.rules.map((rule) => ({ ...rule, ruleset })))
}

interface Required {
  readonly context: string
  readonly integration_id?: number
}

/** Why the rules forbid a merge of this head by this method; `undefined` where they do not. */
export function forbidsMerge(hub: Hub, number: number, head: string, method: string): string | undefined {
  for (const { type, parameters = {} } of activeRules(hub)) {
    if (type === 'pull_request') {
      const allowed = (parameters['allowed_merge_methods'] ?? [method]) as readonly string[]
      if (!allowed.includes(method)) return `Merge method ${method} is not allowed`
      const wanted = Number(parameters['required_approving_review_count'] ?? 0)
      if (approvals(hub, number, head) < wanted)
        return `At least ${wanted} approving review is required by reviewers with write access.`
    }
    if (type !== 'required_status_checks') continue
    for (const required of parameters['required_status_checks'] as readonly Required[])
      if (!isPassed(hub, head, required)) return `Required status check "${required.context}" is expected.`
  }
  return undefined
}

/** GitHub counts a skipped check and a neutral one as passed. */
const passes = new Set<string | null>(['success', 'neutral', 'skipped'])

function isPassed({ state }: Hub, head: string, { context, integration_id: app }: Required): boolean {
  const isMeant = (run: CheckRun): boolean =>
    run.head === head && run.name === context && (app === undefined || run.app.id === app)
  const newest = [...state.checks.values()].filter(isMeant).at(-1)
  if (newest !== undefined) return passes.has(newest.conclusion)
  return (
    app === undefined &&
    state.statuses.findLast((one) => one.sha === head && one.context === context)?.state === 'success'
  )
}

function approvals({ state }: Hub, number: number, head: string): number {
  const newest = new Map(
    state.reviews
      .filter(({ pull, state: word }) => pull === number && word !== 'COMMENTED')
      .map((review) => [review.by.id, review]),
  )
  const counts = [...newest.values()].filter(({ state: word, commit, by }) => {
    const role = state.collaborators.get(by.login) ?? 'read'
    return word === 'APPROVED' && commit === head && role !== 'read'
  })
  return counts.length
}
