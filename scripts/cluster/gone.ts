import type { Answer } from '../model/ask.ts'
import { at, countAt } from '../model/at.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Uid } from '../model/memory.ts'
import type { Key } from '../model/object-key.ts'
import { podTemplateOf } from '../model/workload.ts'
import type { Connection } from './connect.ts'

/** `there`: its time is over, and it still is. `unknown`: no answer. */
export type Goneness = 'gone' | 'there' | 'unknown'

/** Seconds beside the grace period, and at most (`apply.md` 4, "Replace"). */
const allowance = 60
const most = 300
/** Seconds between two looks; the last one stays. */
const looks = [0.25, 0.5, 1, 2, 5]

/** Waits until nothing, or something else, is under the name. Nothing is ever forced. */
export async function gone(connection: Pick<Connection, 'send' | 'sleep'>, key: Key, uid: Uid): Promise<Goneness> {
  let waited = 0
  let limit = allowance
  for (let look = 0; ; look += 1) {
    const answer = await connection.send({ do: 'get', key })
    if (isGone(answer, uid)) return 'gone'
    if (answer.said === 'not-allowed' || answer.said === 'not-sent') return 'unknown'
    if (answer.said === 'done') limit = Math.min(graceOf(answer.object) + allowance, most)
    if (waited >= limit) return answer.said === 'done' ? 'there' : 'unknown'
    const wait = looks[Math.min(look, looks.length - 1)] ?? 1
    await connection.sleep(wait * 1000)
    waited += wait
  }
}

function isGone(answer: Answer, uid: Uid): boolean {
  return answer.said === 'gone' || (answer.said === 'done' && at(answer.object, 'metadata', 'uid') !== uid)
}

/** Of a pod being deleted, what the server granted; of a Job, what its pods have. */
function graceOf(object: Manifest): number {
  const granted = countAt(object, 'metadata', 'deletionGracePeriodSeconds') ?? 0
  return granted > 0 ? granted : (podTemplateOf(object)?.spec.terminationGracePeriodSeconds ?? 0)
}
