import type { Grant } from '../../scripts/model/grant.ts'
import { accounts } from '../change/judged.ts'
import type { CheckRun } from '../github/state.ts'

/** For carol's `llm`, until 10 December. */
export function grantOf(value: number, changes: Partial<Grant> = {}): Grant {
  return {
    v: 1,
    login: 'carol',
    request: 'llm',
    lifts: [{ code: 'member-gpus', value }],
    until: '2026-12-10',
    by: 'root',
    byId: accounts.root.id,
    pull: 1,
    head: 'a'.repeat(40),
    ask: 'f34bfbc'.padEnd(32, '0'),
    comment: 1,
    reason: 'FSDP',
    ...changes,
  }
}

/** As GitHub Actions reports the job `house`. */
export function houseCheck(head: string): CheckRun {
  return {
    id: 1,
    head,
    name: 'house',
    status: 'completed',
    conclusion: 'success',
    externalId: 'x',
    app: { id: 15_368, slug: 'github-actions' },
    startedAt: '2026-11-24T10:00:00Z',
    detailsUrl: 'https://github.com/uci/lab/actions/runs/1',
    title: null,
    summary: null,
    text: null,
    annotations: [],
  }
}
