import type { Finding } from '../model/finding.ts'
import type { Footprint } from '../model/footprint.ts'
import type { Rendered } from '../model/rendered.ts'

/** All that one member's folder comes to, as far as it can be told without looking at others. Plain JSON, for it is cached. */
export interface JudgedFolder {
  readonly owner: string
  readonly findings: readonly Finding[]
  readonly footprints: readonly Footprint[]
  /** Only where rendering was asked for. */
  readonly rendered: readonly Rendered[]
}
