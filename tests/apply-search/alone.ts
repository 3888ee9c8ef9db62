import type { Answer, Ask } from '../../scripts/model/ask.ts'
import type { Effect, Reply, Work } from '../../scripts/apply/effect.ts'
import { listThings, readMemories, serve, without, type Server } from './server.ts'

export interface Alone<T> {
  readonly server: Server
  /** Absent when it was killed. */
  readonly result?: T
  /** What was sent, and what came of it. */
  readonly log: readonly { readonly ask: Ask; readonly answer: Answer }[]
}

/** What a fault does to the request with this number, from 0. */
export interface Meddler {
  readonly at: number
  /** `before`, `after`: the process dies then. An answer: it is given, and the request was `carried` out or not. */
  readonly fault: 'before' | 'after' | { readonly answer: Answer; readonly carried: boolean }
}

class Killed extends Error {}

/** One work alone in the model, without network or time: what is deleted is gone once it is waited for. */
export function alone<T>(work: Work<T>, server: Server, meddler?: Meddler): Alone<T> {
  const log: { ask: Ask; answer: Answer }[] = []
  let now = server
  const ask = (one: Ask): Answer => {
    const fault = log.length === meddler?.at ? meddler.fault : undefined
    if (fault === 'before') throw new Killed()
    const served = serve(now, one)
    const isForged = typeof fault === 'object'
    if (!isForged || fault.carried) now = served.server
    const answer = isForged ? fault.answer : served.answer
    log.push({ ask: one, answer })
    if (fault === 'after') throw new Killed()
    return answer
  }
  const reply = (effect: Effect): Reply => {
    if (effect.effect === 'read')
      return { effect: 'read', world: { ...readMemories(now, 'lab'), objects: listThings(now), unread: [] } }
    if (effect.effect === 'send') return { effect: 'send', answers: effect.asks.map(ask) }
    if (effect.effect === 'together') return { effect: 'together', results: effect.works.map(run) }
    now = effect.going.reduce((rest, { key, uid }) => (rest.things[key]?.uid === uid ? without(rest, key) : rest), now)
    return { effect: 'wait', departures: effect.going.map(() => 'gone') }
  }
  function run<R>(part: Work<R>): R {
    let next = part.next()
    while (!next.done) next = part.next(reply(next.value))
    return next.value
  }
  try {
    const result = run(work)
    return { server: now, result, log }
  } catch (error) {
    if (!(error instanceof Killed)) throw error
    return { server: now, log }
  }
}
