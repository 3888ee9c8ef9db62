import { GitFailure } from './run-git.ts'

const most = 500

/** What Git said, foreign text, cut. */
export function said(error: unknown): string {
  if (error instanceof GitFailure && error.stopped === 'deadline') return 'git took too long'
  const text = error instanceof GitFailure ? error.said : String(error)
  return text.trim().slice(0, most)
}
