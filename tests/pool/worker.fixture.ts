import type { Batch } from '../../scripts/pipeline/pool.ts'

/** Says what it is told: `spin` never answers, `die` ends its thread, `throw` throws, `slow` beats on for a second. */
export function run({ items, beat }: Batch<string>): readonly string[] {
  return items.map((item) => {
    Atomics.add(beat, 0, 1)
    if (item === 'slow') beatFor(1000, beat)
    if (item === 'spin') for (;;);
    if (item === 'die') process.exit(3)
    if (item === 'throw') throw new Error('thrown in the worker')
    return `${item}!`
  })
}

function beatFor(milliseconds: number, beat: Int32Array): void {
  for (const end = Date.now() + milliseconds; Date.now() < end;) Atomics.add(beat, 1, 1)
}
