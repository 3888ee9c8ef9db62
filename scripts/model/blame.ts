import type { Code, Finding } from './finding.ts'

/** Codes by which we say that we failed or could not tell. They are never the member's fault, and never cached. */
const ours: ReadonlySet<Code> = new Set<Code>([
  'took-too-long',
  'could-not-tell',
  'types-timeout',
  'types-too-large',
  'types-unavailable',
])

export function isOurs(finding: Finding): boolean {
  return ours.has(finding.code)
}
