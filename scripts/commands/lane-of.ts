import { createPrivateKey } from 'node:crypto'
import type { House } from '../model/request.ts'
import type { Reviewing } from '../pipeline/review/review-pulls.ts'
import { needed } from './forge-here.ts'

/** Who merges: the lane, where the lab has a key to sign with. */
export function laneOf({ lab: { review } }: House): Pick<Reviewing, 'lane'> {
  return review.level === 'simple' ? {} : { lane: { key: createPrivateKey(needed(process.env, 'LAB_SEAL_KEY')) } }
}
