import type { Card } from '../../model/card.ts'
import type { Desired } from '../../model/desired.ts'
import type { Finding } from '../../model/finding.ts'
import type { Footprint } from '../../model/footprint.ts'
import type { Lab } from '../../model/lab.ts'
import type { Rendered } from '../../model/rendered.ts'
import { foresee } from '../../plan/index.ts'
import { readManifests } from '../../read/index.ts'
import type { JudgedTree } from '../review/news.ts'
import { desiredFrom } from '../apply/desired-from.ts'

interface Setting {
  readonly lab: Lab
  readonly now: Date
  readonly main: string
  readonly head: string
}

/**
 * What an apply would do for the members in `owners`, and for whoever shares a disk with them: the rest of the lab stays as it is. Left
 * out on both sides are requests with a fault that nobody can lift, which no apply would touch.
 */
export function foreseenFor(
  owners: ReadonlySet<string>,
  before: JudgedTree,
  after: JudgedTree,
  { lab, now, main, head }: Setting,
): Card['foreseen'] {
  const near = neighbours(owners, [...before.checked.footprints, ...after.checked.footprints])
  const unsound = new Set([...unsoundIn(before.findings), ...unsoundIn(after.findings)])
  const of = ({ checked }: JudgedTree): readonly Rendered[] =>
    checked.rendered.filter((one) => near.has(ownerOf(one)) && !unsound.has(nameOf(one)) && isReadable(one))
  const base = desired(of(before), main, new Set())
  const next = desired(of(after), head, owners)
  const { certain, uncertain } = foresee(base, next, lab, `${now.toISOString().slice(0, 19)}Z`)
  return { certain, uncertain }
}

/** Places in line do not matter here: who changes stands behind who does not. */
function desired(rendered: readonly Rendered[], commit: string, changed: ReadonlySet<string>): Desired {
  const unchanged = rendered.map(ownerOf).filter((owner) => !changed.has(owner))
  return desiredFrom(rendered, [], { commit, height: 1, folders: new Map(unchanged.map((owner) => [owner, 1])) })
}

function neighbours(owners: ReadonlySet<string>, footprints: readonly Footprint[]): ReadonlySet<string> {
  const objects = footprints.flatMap(({ owner, objects: own }) => own.map((object) => ({ owner, object })))
  const disks = objects.filter(({ object }) => object.disk !== undefined)
  const ownerOfDisk = new Map(disks.map(({ owner, object }) => [object.name, owner]))
  const shared = objects.flatMap(({ owner, object }) =>
    (object.work?.mounts ?? []).flatMap(({ claim }) => {
      const other = ownerOfDisk.get(claim) ?? owner
      return owners.has(owner) || owners.has(other) ? [owner, other] : []
    }),
  )
  return new Set([...owners, ...shared])
}

function unsoundIn(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap(({ severity, lift, request }) =>
    severity === 'error' && lift === undefined && request !== undefined ? [request] : [],
  )
}

function isReadable({ text, file }: Rendered): boolean {
  return readManifests(text, file).findings.length === 0
}

function nameOf({ file }: Rendered): string {
  return file.replace(/\.yaml$/, '')
}

function ownerOf({ file }: Rendered): string {
  return file.split('/')[0] ?? ''
}
