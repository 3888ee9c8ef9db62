import type { Answer, Ask } from '../model/ask.ts'
import type { Uid } from '../model/memory.ts'
import type { Key } from '../model/object-key.ts'
import type { World } from '../model/world.ts'

/** An object of which nothing may be left before the work goes on. */
export interface Going {
  readonly key: Key
  readonly uid: Uid
}

/** `there`: it was waited for as long as is allowed. */
export type Departure = 'gone' | 'there' | 'unknown'

/**
 * What the protocol wants of the world outside. It is a generator that never touches network, clock or files: the shell answers it,
 * the tests answer it, and an exhaustive search answers it in every way. So what was searched is what runs.
 */
export type Effect =
  | { readonly effect: 'read' }
  /** Independent of one another: they may be sent at once, and arrive in any order. */
  | { readonly effect: 'send'; readonly asks: readonly Ask[] }
  | { readonly effect: 'wait'; readonly going: readonly Going[] }
  /** Works of different members, which share nothing. */
  | { readonly effect: 'together'; readonly works: readonly Work<unknown>[] }

export type Reply =
  | { readonly effect: 'read'; readonly world: World }
  | { readonly effect: 'send'; readonly answers: readonly Answer[] }
  | { readonly effect: 'wait'; readonly departures: readonly Departure[] }
  | { readonly effect: 'together'; readonly results: readonly unknown[] }

export type Work<T> = Generator<Effect, T, Reply>

export function* read(): Work<World> {
  return replyTo('read', yield { effect: 'read' }).world
}

/** The answers in the order of the asks. */
export function* send(asks: readonly Ask[]): Work<readonly Answer[]> {
  return asks.length === 0 ? [] : replyTo('send', yield { effect: 'send', asks }).answers
}

export function* wait(going: readonly Going[]): Work<readonly Departure[]> {
  return going.length === 0 ? [] : replyTo('wait', yield { effect: 'wait', going }).departures
}

/** The results in the order of the works. */
export function* together<T>(works: readonly Work<T>[]): Work<readonly T[]> {
  return works.length === 0 ? [] : (replyTo('together', yield { effect: 'together', works }).results as readonly T[])
}

function replyTo<E extends Reply['effect']>(effect: E, reply: Reply): Extract<Reply, { effect: E }> {
  if (reply.effect !== effect) throw new Error(`asked to ${effect}, answered with ${reply.effect}`)
  return reply as Extract<Reply, { effect: E }>
}
