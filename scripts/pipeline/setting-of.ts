import type { Batch } from './pool.ts'

/** In a worker: what `make` makes of a job's setting, made once for all batches of the job. */
export function settingOf<S, M>(make: (setting: S) => M): (batch: Batch<unknown, S>) => M {
  let made: { readonly number: number; readonly value: M } | undefined
  return ({ setting: { number, json } }) => {
    if (made?.number !== number) {
      made = { number, value: make(JSON.parse(Buffer.from(json).toString('utf8')) as S) }
    }
    return made.value
  }
}
