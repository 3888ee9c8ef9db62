import { cardOf } from '../../scripts/pipeline/card/card-of.ts'
import { judgeChange } from '../../scripts/pipeline/review/judge-change.ts'
import { judgeHouse } from '../../scripts/pipeline/review/judge-house.ts'
import { changeMarks } from '../../scripts/report/index.ts'
import type { Card } from '../../scripts/model/card.ts'
import type { Unreadable } from '../../scripts/model/change.ts'
import type { Account } from '../../scripts/model/facts.ts'
import type { Marks } from '../../scripts/model/forge.ts'
import type { Grant } from '../../scripts/model/grant.ts'
import type { Lab, ReviewLevel } from '../../scripts/model/lab.ts'
import { house, judgedMain } from '../change/judged.ts'
import { labRepository, type Files } from '../change/lab-repository.ts'

/** A pull request to a small lab. */
export interface Scene {
  readonly author: Account
  /** Over `smallLab`. */
  readonly base?: Files
  readonly changes: Files
  readonly level?: ReviewLevel
  readonly grants?: readonly Grant[]
  /** Main moves on before the pull request is looked at. */
  readonly moved?: Files
  /** The head as fetching it tells, in place of a commit. */
  readonly head?: Unreadable
  /** Of a house change: the lab as it would be. */
  readonly lab?: (lab: Lab) => Lab
}

export const where = {
  home: 'https://github.com/uci/lab',
  timeZone: 'America/Los_Angeles',
  now: '2026-11-24T20:00:00Z',
}

export const computed: ReviewLevel = { level: 'computed', app: { id: 1, slug: 'lab' }, seal: '', since: '' }

const opinions = () => Promise.resolve({ reviews: [], check: 'passed' as const })

export async function cardIn(scene: Scene, base: Files): Promise<Card> {
  const { author, changes, grants = [], level, moved, head } = scene
  const lab = labRepository({ ...base, ...scene.base })
  const commit = lab.pull(7, changes)
  if (moved !== undefined) lab.push(moved)
  const main = await judgedMain(lab, [7], { grants })
  const authorOf = () => Promise.resolve(author)
  const judged = await judgeChange({ head: head ?? commit, authorOf, opinions }, main)
  const effect = scene.lab && (await judgeHouse({ ...main.house, lab: scene.lab(house.lab) }, main))
  const { lab: own } = main.house
  const levelled = { ...main, house: { ...main.house, lab: { ...own, review: level ?? own.review } } }
  return cardOf(judged, levelled, { pull: 7, ...(effect && { effect }) })
}

export async function marksIn(scene: Scene, base: Files): Promise<Marks> {
  return changeMarks(await cardIn(scene, base), where)
}
