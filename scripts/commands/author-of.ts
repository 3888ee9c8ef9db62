import type { Forge } from '../model/forge.ts'
import type { House } from '../model/request.ts'
import { authorsOf } from '../pipeline/obey/author.ts'
import type { AuthorOf } from '../pipeline/review/review-pulls.ts'
import { requestsHere } from './requests-here.ts'

/** In whose name a pull request is. */
export function authorOf(forge: Forge, { lab }: House): AuthorOf {
  return authorsOf({ forge, lab, requests: requestsHere() })
}
