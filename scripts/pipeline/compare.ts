import type { Finding } from '../model/finding.ts'

/** What a change did to the findings: those it brought, and how many stood before and are gone. */
export interface Comparison {
  readonly fresh: readonly Finding[]
  readonly standing: number
  readonly mended: number
}

/** Findings are the same when they say the same about the same thing; lines may move, so a place is its file. */
export function compareFindings(before: readonly Finding[], after: readonly Finding[]): Comparison {
  const known = new Map<string, number>()
  for (const finding of before) known.set(sameness(finding), (known.get(sameness(finding)) ?? 0) + 1)
  const fresh = after.filter((finding) => {
    const count = known.get(sameness(finding)) ?? 0
    if (count > 0) known.set(sameness(finding), count - 1)
    return count === 0
  })
  const standing = after.length - fresh.length
  return { fresh, standing, mended: before.length - standing }
}

function sameness({ code, args, place, object, path }: Finding): string {
  return JSON.stringify([code, args, place.file, object, path])
}
