import type { Counts } from './tally.ts'

/** What a measurement is worth: whether it could tell, and whether what it tells is within the limits. */
export interface Assessment {
  /** Why it could not tell. */
  readonly blind: readonly string[]
  /** What is beyond its limit. */
  readonly beyond: readonly string[]
}

/** The contract of `lab`: of all manifests, and of refusals whose place the server tells. */
export const limits = { wronglyAccepted: 0, wronglyRefused: 0.005, placeDiffers: 0.05 } as const

/** Fewer verdicts of one sort, of 1, say nothing about rules. */
const fewest = 0.3

export function assess(counts: Counts, unseen: readonly string[], refusedBases: number): Assessment {
  const { all } = counts
  const accepted = counts['both accept'] + counts['wrongly refused'] + counts['the lab alone']
  const refused = counts['both refuse'] + counts['wrongly accepted']
  const told = counts.same + counts.differs
  return {
    blind: reasons([
      [all === 0, 'nobody was asked'],
      [counts.unknown > 0, `the server could not judge ${counts.unknown} manifests`],
      [accepted < fewest * all, `only ${share(accepted, all)} were accepted`],
      [refused < fewest * all, `only ${share(refused, all)} were refused`],
      [refusedBases > 0, `${refusedBases} manifests were refused before anything was changed in them`],
      ...unseen.map((plant): Reason => [true, `a judge ${plant} went unseen`]),
    ]),
    beyond: reasons([
      [counts['wrongly accepted'] > limits.wronglyAccepted * all, `${counts['wrongly accepted']} wrongly accepted`],
      [
        counts['wrongly refused'] > limits.wronglyRefused * all,
        `${share(counts['wrongly refused'], all)} wrongly refused`,
      ],
      [counts.differs > limits.placeDiffers * told, `${share(counts.differs, told)} of refusals at another place`],
    ]),
  }
}

type Reason = readonly [holds: boolean, sentence: string]

function reasons(all: readonly Reason[]): readonly string[] {
  return all.filter(([holds]) => holds).map(([, sentence]) => sentence)
}

export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`
}
