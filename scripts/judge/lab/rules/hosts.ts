import { about, type LabFault } from '../lab-fault.ts'
import { whereIs, type Entry } from '../view.ts'
import { fault } from '../../../model/finding.ts'
import type { LabRule } from './rule.ts'

/** One host, one web address. Of two members each is told, for who was first cannot be known here; of one, the later object. */
export const hosts: LabRule = (view) => {
  const uses = (view.byKind.get('Ingress') ?? []).flatMap((entry) =>
    (entry.object.route?.hosts ?? []).map((host) => ({ host, entry })),
  )
  return [...Map.groupBy(uses, ({ host }) => host)].flatMap(([host, same]) =>
    clashes(
      host,
      same.map(({ entry }) => entry),
    ),
  )
}

function clashes(host: string, entries: readonly Entry[]): readonly LabFault[] {
  const byOwner = [...Map.groupBy(entries, (entry) => entry.request.owner).values()]
  const twice = byOwner.flatMap(([first, second]) => (first && second ? [clash(host, second, first)] : []))
  const contested = byOwner.flatMap(([own]) => {
    const rival = entries.find((entry) => entry.request.owner !== own?.request.owner)
    return own && rival ? [clash(host, own, rival)] : []
  })
  return [...twice, ...contested]
}

function clash(host: string, entry: Entry, other: Entry): LabFault {
  const rival = other.request.owner === entry.request.owner ? undefined : other.request.owner
  const args = { host, other: whereIs(other), ...(rival !== undefined && { rival }) }
  return about(entry, fault('host-twice', args, ['spec', 'rules'], { law: { by: 'lab' } }))
}
