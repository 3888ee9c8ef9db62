import type { Batch } from '../../scripts/pipeline/pool.ts'
import { settingOf } from '../../scripts/pipeline/setting-of.ts'

let made = 0
const markOf = settingOf<string, string>((mark) => {
  made += 1
  return mark
})

/** Says what it is told: `made` how many settings it had, `spin` never answers, `die` ends its thread, `throw` throws, `slow` beats on for a second. */
export function run(batch: Batch<string, string>): readonly string[] {
  const { items, beat } = batch
  const mark = markOf(batch)
  return items.map((item) => {
    Atomics.add(beat, 0, 1)
    if (item === 'slow') beatFor(1000, beat)
    if (item === 'spin') for (;;);
    if (item === 'die') process.exit(3)
    if (item === 'throw') throw new Error('thrown in the worker')
    if (item === 'made') return `${made}`
    return `${item}${mark}`
  })
}

function beatFor(milliseconds: number, beat: Int32Array): void {
  for (const end = Date.now() + milliseconds; Date.now() < end;) Atomics.add(beat, 1, 1)
}
