import type { Card, Thing } from '../../model/card.ts'
import type { OwnLabel } from '../../model/own-labels.ts'
import { kindIn } from '../../model/object-key.ts'

/** For people's lists: what a change is about, and how it stands. */
export function labelsOf(card: Card): readonly OwnLabel[] {
  const { decision, findings } = card
  const codes = new Set([...findings.own, ...findings.lifted.map(({ finding }) => finding)].map(({ code }) => code))
  const table: Readonly<Partial<Record<OwnLabel, boolean>>> = {
    gpu: thingsIn(card).some((thing) => 'gpus' in thing && thing.gpus > 0),
    'over-cap': [...codes].some((code) => caps.test(code)),
    'gpu-class': codes.has('gpu-class'),
    'custom-image': codes.has('image-unlisted'),
    'new-disk': certain(card, 'create'),
    'disk-released': certain(card, 'release'),
    'ends-runs': endsRuns(card),
    grants: decision.kind === 'grants',
    house: decision.kind === 'house',
    'needs-admin': decision.verdict === 'needs-admin',
    refused: decision.verdict === 'refused',
    ready: decision.verdict === 'auto' || decision.verdict === 'granted',
  }
  return (Object.keys(table) as OwnLabel[]).filter((label) => table[label])
}

const caps = /^(?:member-(?:gpus|cpu|memory|disk|gpu-hours)|job-(?:gpus|hours)|disk-size)$/

function thingsIn({ requests }: Card): readonly Thing[] {
  return requests.flatMap(({ things }) => things.flatMap(({ after }) => after ?? []))
}

function certain({ foreseen }: Card, operation: 'create' | 'release'): boolean {
  return foreseen.certain.some((step) => step.operation === operation && kindIn(step.key) === 'PersistentVolumeClaim')
}

function endsRuns({ foreseen }: Card): boolean {
  const steps = foreseen.uncertain.flatMap(({ ifLive }) => ifLive ?? [])
  return [...foreseen.certain, ...steps].some(({ operation }) => operation === 'stop' || operation === 'replace')
}
