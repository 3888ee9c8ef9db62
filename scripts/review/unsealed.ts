import { areaOf } from '../model/change.ts'
import type { MainCommit } from '../model/main-commit.ts'
import { isSealed } from './record.ts'

/** What main holds that nobody approved. */
export interface Unsealed {
  /** Members whose folders such commits touched. */
  readonly members: readonly string[]
  /** Such commits that touched what everybody is judged by. */
  readonly house: readonly string[]
}

/**
 * Of main's commits since somebody vouched for all of it, those that the lane did not make. Threat: a direct push, a merge by hand or a
 * missing ruleset reaches main, and stops here. Two things are merged by hand: `.github/`, on which no request's bytes and no rule depend,
 * and `lab.config.ts` alone. It says whether there is a lane at all, so a signature there would prove nothing.
 */
export function unsealed(commits: readonly MainCommit[], seal: string): Unsealed {
  const foreign = commits.filter((commit) => !isSealed(commit, seal))
  const areas = foreign.flatMap(({ id, paths }) => paths.map((path) => ({ id, path, where: areaOf(path) })))
  const members = areas.flatMap(({ where }) => (where.area === 'requests' ? [where.owner] : []))
  const house = areas.filter(({ path, where }) => where.area !== 'requests' && !isByHand(path))
  return { members: [...new Set(members)].sort(), house: [...new Set(house.map(({ id }) => id))] }
}

function isByHand(path: string): boolean {
  return path === 'lab.config.ts' || path.startsWith('.github/')
}
