import { expect, test } from 'vitest'
import { startsOn, type Happened } from './starts-on.ts'
import { workflowFrom } from './workflow.ts'

const change = { event: 'pull_request', action: 'opened', branch: 'main' }
const looked = { event: 'workflow_run', action: 'completed', workflow: 'check' }

test.each<readonly [string, Happened, boolean]>([
  ['on: push', { event: 'push', branch: 'x' }, true],
  ['on: [push, schedule]', { event: 'schedule' }, true],
  ['on: push', { event: 'schedule' }, false],
  ['on: { push: { branches: [main] } }', { event: 'push', branch: 'main' }, true],
  ['on: { push: { branches: [main] } }', { event: 'push', branch: 'lab/grant' }, false],
  ["on: { push: { branches: ['lab/**'] } }", { event: 'push', branch: 'lab/grant/1' }, true],
  ['on: pull_request', change, true],
  ['on: pull_request', { ...change, action: 'labeled' }, false],
  ['on: { pull_request: { types: [labeled] } }', { ...change, action: 'labeled' }, true],
  ['on: { pull_request: { branches: [main] } }', { ...change, branch: 'other' }, false],
  ['on: { issue_comment: { types: [created] } }', { event: 'issue_comment', action: 'edited' }, false],
  ['on: { workflow_run: { workflows: [check], types: [completed] } }', looked, true],
  ['on: { workflow_run: { workflows: [check], types: [completed] } }', { ...looked, workflow: 'evil' }, false],
  ["on: { push: { paths: ['users/**'] } }", { event: 'push', branch: 'main', paths: ['docs/a.md'] }, false],
  [
    "on: { push: { paths: ['users/**'] } }",
    { event: 'push', branch: 'main', paths: ['docs/a.md', 'users/a/b.ts'] },
    true,
  ],
])('%s at %o: %s', (on, happened, starts) => {
  expect(startsOn(workflowFrom(`${on}\njobs: {}\n`), happened)).toBe(starts)
})
