import { assess } from './limits.ts'
import { allFields } from './manifests/schema.ts'
import { neverMade } from './manifests/never-made.ts'
import { usedFields } from './manifests/used-fields.ts'
import { type Judges, made, measure, type Wanted } from './measure.ts'
import { soleReasons, unseen } from './plants.ts'
import { disagreementText, summaryText, tableText } from './report.ts'
import { shrink } from './shrink.ts'
import { total } from './tally.ts'
import { compare, type Comparison } from './verdict/compare.ts'

/** More of one sort than this are not shrunk: they are mostly the same. */
const mostShown = 12

/** Measures, prints what it found, and says by its exit code what that is worth: 0 within the limits, 1 it could not tell, 2 beyond a limit. */
export async function manifestAgreement(
  wanted: Wanted,
  judges: Judges,
  say: (text: string) => void,
): Promise<0 | 1 | 2> {
  say(`${wanted.count} manifests, seed ${wanted.seed}`)
  const comparisons = await measure(wanted, judges, progress(wanted.count))
  const bad = comparisons.filter(isBad)
  const bases = comparisons.filter(({ changes, agreement }) => changes.includes('none') && agreement !== 'both accept')
  const { blind, beyond } = assess(total(comparisons), unseen(comparisons, judges.ours), bases.length)
  for (const one of new Set([...bad, ...bases].slice(0, mostShown))) say(await shrunk(one, judges))
  const used = usedFields(Array.from(comparisons, (_, index) => made(wanted, index).base))
  say(tableText(comparisons))
  say(summaryText(comparisons))
  say(
    `fields of the schema in these manifests: ${used.size} of ${allFields.length - neverMade.size}; never made: ${neverMade.size}`,
  )
  say(`codes that alone decided a refusal: ${[...soleReasons(comparisons)].sort().join(', ')}`)
  for (const reason of blind) say(`could not tell: ${reason}`)
  for (const reason of beyond) say(`beyond the limit: ${reason}`)
  if (blind.length > 0) return 1
  return beyond.length > 0 ? 2 : 0
}

function isBad({ agreement }: Comparison): boolean {
  return agreement === 'wrongly accepted' || agreement === 'wrongly refused' || agreement === 'unknown'
}

/** A smaller manifest disagrees in the same way if the agreement is the same, and so are our codes. */
async function shrunk(comparison: Comparison, judges: Judges): Promise<string> {
  const smallest = await shrink(comparison.manifest, async (manifest) => {
    const smaller = await askedAgain({ ...comparison, manifest }, judges)
    return smaller.agreement === comparison.agreement && codesOf(smaller) === codesOf(comparison)
  })
  return disagreementText(await askedAgain({ ...comparison, manifest: smallest }, judges), smallest)
}

/** What was refused only when it was made for real will be accepted by a dry run again. */
async function askedAgain(comparison: Comparison, { ours, dryRun, forReal }: Judges): Promise<Comparison> {
  const { manifest, kind, verdict: before } = comparison
  const dry = await dryRun(manifest, kind)
  const verdict = dry.verdict === 'accepted' && before.verdict === 'refused' ? await forReal(manifest, kind) : dry
  return compare({ ...comparison, verdict }, ours)
}

function codesOf({ faults }: Comparison): string {
  return [...new Set(faults.map(({ code }) => code))].sort().join()
}

function progress(count: number): (done: number) => void {
  if (!process.stderr.isTTY) return () => {}
  return (done) => {
    if (done % 100 === 0 || done === count)
      process.stderr.write(`\rasked ${done} of ${count}${done === count ? '\n' : ''}`)
  }
}
