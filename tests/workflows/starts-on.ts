import { matchesGlob } from 'node:path'
import type { Workflow } from './workflow.ts'

/** What happened, in GitHub's words. */
export interface Happened {
  readonly event: string
  /** `opened`, `created`. */
  readonly action?: string
  /** Of a push, or the one that a pull request goes to. */
  readonly branch?: string
  /** The name of the workflow whose run the event is about. */
  readonly workflow?: string
  readonly paths?: readonly string[]
}

/** What a pull request starts a workflow for where nothing is said. */
const usual: Readonly<Record<string, readonly string[]>> = { pull_request: ['opened', 'synchronize', 'reopened'] }

/** Whether `on:` lets a workflow begin. act looks at none of this. */
export function startsOn({ on }: Workflow, { event, action, branch, workflow, paths }: Happened): boolean {
  const filters = on[event]
  if (filters === undefined) return false
  const { types = usual[event], branches, workflows, paths: wanted } = filters ?? {}
  return (
    fits(types, action, Object.is) &&
    fits(branches, branch, matches) &&
    fits(workflows, workflow, Object.is) &&
    (wanted === undefined || paths === undefined || paths.some((path) => fits(wanted, path, matches)))
  )
}

function fits(
  wanted: readonly string[] | undefined,
  found: string | undefined,
  same: (a: string, b: string) => boolean,
): boolean {
  return wanted === undefined || (found !== undefined && wanted.some((one) => same(found, one)))
}

function matches(value: string, pattern: string): boolean {
  return matchesGlob(value, pattern)
}
