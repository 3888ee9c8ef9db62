import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Json } from '../../scripts/model/json.ts'
import { readEvent } from '../../scripts/obey/index.ts'

interface Recorded {
  readonly examples: readonly { readonly event: string; readonly payload: Json & { readonly action?: string } }[]
}

/** As GitHub sent them. */
const file = join(import.meta.dirname, 'payloads', 'webhooks.json')
const { examples } = JSON.parse(readFileSync(file, 'utf8')) as Recorded
const sender = { login: 'Codertocat', id: 21_031_067 }

const expected: Readonly<Record<string, unknown>> = {
  'issue_comment created': { action: 'created', sender, issue: 1, comment: 492_700_400 },
  'issue_comment edited': { action: 'edited', sender, issue: 1, comment: 492_700_400 },
  'issue_comment deleted': { action: 'deleted', sender, issue: 1, comment: 492_700_400 },
  'issues opened': { action: 'opened', sender, issue: 1 },
  'issues edited': { action: 'edited', sender, issue: 1 },
  'pull_request opened': undefined,
  'pull_request synchronize': undefined,
  'workflow_run completed': undefined,
  push: undefined,
}

test('every event that starts a workflow of ours is read, or is about no issue and no comment', () => {
  const read = examples.map(({ event, payload }) => {
    const name = payload.action === undefined ? event : `${event} ${payload.action}`
    return [name, readEvent(payload)] as const
  })
  expect(read).toHaveLength(9)
  expect(Object.fromEntries(read)).toEqual(expected)
})
