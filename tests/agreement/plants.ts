import { fault, type Code } from '../../scripts/model/finding.ts'
import { sitesOf } from './manifests/sites.ts'
import { compare, type Agreement, type Comparison } from './verdict/compare.ts'
import type { Judge } from './verdict/ours.ts'

/** A wrong judge, made of a right one: a measurement that does not see the difference sees nothing. */
export interface Plant {
  readonly name: string
  readonly wrong: (judge: Judge) => Judge
  /** What must show. */
  readonly shows: Agreement
}

const without = (code: Code): Plant => ({
  name: `without the rule ${code}`,
  wrong: (judge) => (manifest) => judge(manifest).filter((one) => one.code !== code),
  shows: 'wrongly accepted',
})

const atMost = (field: string, most: number): Plant => ({
  name: `with at most ${most} for ${field}`,
  wrong: (judge) => (manifest) => [
    ...judge(manifest),
    ...sitesOf(manifest)
      .filter((site) => site.field === field && Number(site.value) > most)
      .map(({ path, value }) => fault('value-range', { field, got: JSON.stringify(value), most }, path)),
  ],
  shows: 'wrongly refused',
})

/** Two rules taken away, one constraint tightened: such as every kind shows. */
export const plants: readonly Plant[] = [
  without('value-required'),
  without('field-unknown'),
  atMost('ObjectMeta.generation', 5),
]

/** The plants that went unseen in these comparisons. */
export function unseen(comparisons: readonly Comparison[], judge: Judge): readonly string[] {
  const missed = plants.filter(({ wrong, shows }) => {
    const planted = wrong(judge)
    return !comparisons.some((one) => one.agreement !== shows && compare(one, planted).agreement === shows)
  })
  return missed.map(({ name }) => name)
}

/** Codes that the server's answers alone would have called for: some refusal of ours rests on that code only. */
export function soleReasons(comparisons: Iterable<Comparison>): ReadonlySet<Code> {
  const codes = new Set<Code>()
  for (const { agreement, faults } of comparisons) {
    const own = new Set(faults.map(({ code }) => code))
    if (agreement === 'both refuse' && own.size === 1) for (const code of own) codes.add(code)
  }
  return codes
}
