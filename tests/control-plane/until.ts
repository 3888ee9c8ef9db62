import { setTimeout as wait } from 'node:timers/promises'

/** Asks again and again until the answer is not `undefined`. Throws when `seconds` have gone, saying what it waited for. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, seconds = 60): Promise<T> {
  const last = performance.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (performance.now() > last) throw new Error(`after ${seconds} s still waiting until ${what}`)
    await wait(50)
  }
}
