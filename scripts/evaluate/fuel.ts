import type { Limits } from './limits.ts'

/** QuickJS asks once in so many steps (loop turns, calls) whether to go on: `JS_INTERRUPT_COUNTER_INIT`. */
const stepsPerAsk = 10_000

/** How far a run may still go: without end until it is filled for the first time. Invariant: what was spent stays spent until it is filled again, so code that is stopped cannot go on elsewhere. */
export class Fuel {
  readonly #limits: Pick<Limits, 'steps' | 'seconds'>
  #asks = 0
  #steps = Infinity
  #deadline = Infinity
  #spentBy: 'steps' | 'time' | undefined

  constructor(limits: Pick<Limits, 'steps' | 'seconds'>) {
    this.#limits = limits
  }

  get spentBy(): 'steps' | 'time' | undefined {
    return this.#spentBy
  }

  fill(): void {
    this.#asks = 0
    this.#steps = this.#limits.steps
    this.#spentBy = undefined
    this.#deadline = secondsOfThread() + this.#limits.seconds
  }

  /** So many times the steps; the deadline stays. */
  extend(times: number): void {
    this.#steps *= times
  }

  /** Asked by the engine while it runs. */
  isSpent(): boolean {
    this.#asks += 1
    if (this.#asks * stepsPerAsk > this.#steps) this.#spentBy ??= 'steps'
    else if (secondsOfThread() > this.#deadline) this.#spentBy ??= 'time'
    return this.#spentBy !== undefined
  }
}

/** Of processor time that this thread had: a loaded machine must not change a verdict. */
function secondsOfThread(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}
