import { isOurs } from '../../model/blame.ts'
import type { NewFindings } from '../../model/facts.ts'
import type { Finding } from '../../model/finding.ts'
import type { LiftedFinding } from '../../model/report.ts'
import type { Checked } from '../check-lab.ts'
import { compareFindings } from '../compare.ts'

/** A tree that was judged, with what is wrong in its files. */
export interface JudgedTree {
  readonly checked: Checked
  readonly findings: readonly Finding[]
}

/** The requests whose bytes a change alters, new ones included. */
export function alteredRequests(before: Checked, after: Checked): ReadonlySet<string> {
  const texts = new Map(before.rendered.map(({ file, text }) => [file, text]))
  const altered = after.rendered.filter(({ file, text }) => texts.get(file) !== text)
  return new Set(altered.map(({ file }) => file.replace(/\.yaml$/, '')))
}

export interface Author {
  readonly login: string
  /** The files that the change touches. */
  readonly touched: ReadonlySet<string>
}

/**
 * What the author answers for: what is new, what stands in files that the change touches or against requests that it alters, for who
 * runs something again asks again, and what nobody could tell. Of others only what is new.
 */
export function newsFor({ login, touched }: Author, before: JudgedTree, after: JudgedTree): NewFindings {
  const altered = alteredRequests(before.checked, after.checked)
  const fresh = new Set(compareFindings(before.findings, after.findings).fresh)
  const freshLifted = new Set(compareFindings(liftedIn(before), liftedIn(after)).fresh)
  const concerns = (finding: Finding, news: ReadonlySet<Finding>): boolean =>
    ownerOf(finding) === login &&
    (news.has(finding) || altered.has(finding.request ?? '') || touched.has(finding.place.file) || isOurs(finding))
  return {
    own: after.findings.filter((finding) => concerns(finding, fresh)),
    lifted: after.checked.lifted.filter(({ finding }) => concerns(finding, freshLifted)),
    others: after.findings.filter((finding) => ownerOf(finding) !== login && fresh.has(finding)),
  }
}

function liftedIn({ checked }: JudgedTree): readonly Finding[] {
  return checked.lifted.map(({ finding }: LiftedFinding) => finding)
}

function ownerOf({ request, place }: Finding): string | undefined {
  return request?.split('/')[0] ?? /^users\/([^/]+)/.exec(place.file)?.[1]
}
