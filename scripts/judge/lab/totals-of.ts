import type { Footprint } from '../../model/footprint.ts'
import type { Cap, Lab } from '../../model/lab.ts'
import { bytesText } from '../../model/quantity.ts'
import type { Total } from '../../model/report.ts'
import { askedByAll, type Asked } from './asked.ts'
import { up } from './excess.ts'
import { measures, type Measure } from './measures.ts'
import { viewOf } from './view.ts'

const names: Readonly<Record<Measure['what'], string>> = {
  gpus: 'GPUs',
  cpu: 'cores',
  memory: 'memory',
  disk: 'disk',
  'gpu-hours': 'GPU-hours',
}

/** What the members named ask for against their caps, and all members against the lab's: a lab counts what can be launched, and every disk. */
export function totalsOf(footprints: readonly Footprint[], lab: Lab, owners: ReadonlySet<string>): readonly Total[] {
  const { parties } = viewOf(footprints, lab)
  const members = parties
    .filter(({ owner }) => owners.has(owner))
    .flatMap(({ owner, asked }) => rows(owner, asked, lab.caps.member))
  const launched = askedByAll(parties.filter(({ isLaunched }) => isLaunched).map(({ asked }) => asked))
  const { disk } = askedByAll(parties.map(({ asked }) => asked))
  return [...members, ...rows('the lab', { ...launched, disk }, lab.caps.lab)]
}

function rows(party: string, asked: Asked, cap: Cap): readonly Total[] {
  return measures.map((measure) => ({
    party,
    what: names[measure.what],
    used: amountText(asked[measure.key], measure),
    limit: amountText(measure.cap(cap), measure),
  }))
}

function amountText(amount: number, measure: Measure): string {
  return measure.what === 'memory' || measure.what === 'disk' ? bytesText(amount, Math.ceil) : `${up(amount, measure)}`
}
