import { at, textAt } from '../../scripts/model/at.ts'
import { isClosed } from '../../scripts/model/gate.ts'
import { markOf } from '../../scripts/model/manifest.ts'
import type { MemoryRecord } from '../../scripts/model/memory.ts'
import { natureOf, type Key } from '../../scripts/model/object-key.ts'
import { runEnd } from '../../scripts/model/run-end.ts'
import type { LiveObject, World } from '../../scripts/model/world.ts'

/** A run of ours that holds or will hold GPUs. */
export function isOpen({ key, manifest, marks, owned }: LiveObject): boolean {
  if (marks === undefined || marks.key !== key || owned || natureOf(key) !== 'run') return false
  return !isClosed(manifest) && runEnd(manifest) === undefined
}

/** All incarnations that some memory knows. */
export function uidsIn({ inventories }: World): ReadonlySet<string> {
  const records = [...inventories.values()].flatMap((reading) =>
    reading.state === 'read' ? Object.values(reading.value.records) : [],
  )
  return new Set(
    records
      .flatMap((record) => [record.uid, 'previous' in record ? record.previous : undefined])
      .filter((uid) => uid !== undefined),
  )
}

/**
 * The cluster and its memory in words, a line for each name: what is there, and what is remembered of it. Without UIDs and times, and
 * without the pods of Jobs, so that two clusters that went the same way read the same.
 */
export function standingOf(world: World): readonly string[] {
  const objects = new Map(world.objects.filter(isOfInterest).map((object) => [object.key, object]))
  const remembered = [...world.inventories].flatMap(([member, reading]) =>
    reading.state === 'read' ? rememberedBy(member, reading.value.records) : [],
  )
  const known = new Set(remembered.map(({ key }) => key))
  const lines = [
    ...remembered.map(
      ({ key, member, record }) => `${key}: ${thereOf(objects.get(key), record)}; ${member} has ${inWords(record)}`,
    ),
    ...[...objects.values()]
      .filter(({ key }) => !known.has(key))
      .map((object) => `${object.key}: ${thereOf(object)}; nobody’s`),
  ]
  return [...lines.sort(), ...memories(world)]
}

function isOfInterest({ key, owned }: LiveObject): boolean {
  return !owned && key !== 'ConfigMap/kube-root-ca.crt'
}

function rememberedBy(member: string, records: Readonly<Record<string, MemoryRecord>>) {
  return Object.entries(records).map(([key, record]) => ({ key: key as Key, member, record }))
}

function thereOf(live: LiveObject | undefined, record?: MemoryRecord): string {
  if (live === undefined) return 'not there'
  const other = record !== undefined && record.uid !== live.uid ? 'another, ' : ''
  return `${other}${live.deleting ? 'going' : states[natureOf(live.key)](live)}`
}

const states = {
  run: ({ manifest }: LiveObject) => {
    const end = runEnd(manifest)
    const run = markOf(manifest, 'annotations', 'lab/run') ?? '–'
    return `run ${run} ${end?.end ?? (isClosed(manifest) ? 'closed' : 'open')}`
  },
  standing: ({ manifest }: LiveObject) => {
    const data = at(manifest, 'data')
    return data === undefined ? 'there' : JSON.stringify(data)
  },
  claim: ({ manifest }: LiveObject) => textAt(manifest, 'spec', 'resources', 'requests', 'storage') ?? '?',
}

function inWords(record: MemoryRecord): string {
  if ('run' in record) {
    const { run, phase, end, ticket, heldSince, previous } = record
    const line =
      ticket === undefined ? '' : `, in line at ${ticket[0]}${heldSince === undefined ? '' : ' for the lab’s GPUs'}`
    return `run ${run} ${phase}${end === undefined ? '' : ` ${end}`}${previous === undefined ? '' : ', in place of another'}${line}`
  }
  if (!('incarnation' in record)) return record.phase
  return `${record.phase} ${record.storage}${record.incarnation === 1 ? '' : `, incarnation ${record.incarnation}`}`
}

function memories({ ledger, inventories }: World): readonly string[] {
  const damaged = [...inventories].flatMap(([member, reading]) =>
    reading.state === 'unreadable' ? [`memory of ${member}: ${reading.why}`] : [],
  )
  if (ledger.state !== 'read') return [...damaged, `ledger: ${ledger.state}`]
  const { height, members } = ledger.value
  return [...damaged, `ledger: height ${height}, members ${members.join(' ')}`]
}
