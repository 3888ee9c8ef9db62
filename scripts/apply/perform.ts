import type { Answer, Ask } from '../model/ask.ts'
import type { World } from '../model/world.ts'
import type { Departure, Effect, Going, Reply, Work } from './effect.ts'

/** The world outside, as the protocol sees it. */
export interface Shell {
  readonly read: () => Promise<World>
  readonly send: (ask: Ask) => Promise<Answer>
  /** Waits until nothing with this UID has the name, as long as is allowed. */
  readonly gone: (going: Going) => Promise<Departure>
}

/** Members whose work goes on at the same time. */
const atOnce = 8

/** Runs a work in the world. Throws what the shell throws: only for a reading can that be. */
export async function perform<T>(work: Work<T>, shell: Shell): Promise<T> {
  let next = work.next()
  while (!next.done) next = work.next(await replyTo(next.value, shell))
  return next.value
}

async function replyTo(effect: Effect, shell: Shell): Promise<Reply> {
  if (effect.effect === 'read') return { effect: 'read', world: await shell.read() }
  if (effect.effect === 'send') return { effect: 'send', answers: await Promise.all(effect.asks.map(shell.send)) }
  if (effect.effect === 'wait') return { effect: 'wait', departures: await Promise.all(effect.going.map(shell.gone)) }
  return { effect: 'together', results: await performAll(effect.works, shell) }
}

async function performAll(works: readonly Work<unknown>[], shell: Shell): Promise<readonly unknown[]> {
  const results: unknown[] = []
  const queue = works.entries()
  const hand = async (): Promise<void> => {
    for (const [index, work] of queue) results[index] = await perform(work, shell)
  }
  await Promise.all(Array.from({ length: atOnce }, hand))
  return results
}
