import type { Desired } from '../../scripts/model/desired.ts'
import type { Key } from '../../scripts/model/object-key.ts'
import type { World } from '../../scripts/model/world.ts'
import { applyOf, settingOf, type Protocol } from './lab-program.ts'
import { labAfter, newestOf, labOf, members, type Story } from './scopes.ts'
import { search, type Found } from './search.ts'
import { newLab } from './server.ts'

export interface Exploring {
  readonly most: number
  readonly rounds?: number
  readonly listsFirst?: true
}

/** The search of one story, with the protocol as it is or with a planted fault. */
export function explore(protocol: Protocol, story: Story, { most, rounds, listsFirst }: Exploring): Found {
  const lab = labOf(story.gpus)
  const worlds = new Map<string, World>()
  const programs = new Map(
    story.applies.map((desired) => [desired, applyOf(protocol, settingOf({ lab, desired }), rounds)]),
  )
  const world = (memories: string, things: string, make: () => World): World => {
    const text = `${memories} ${things}`
    const known = worlds.get(text) ?? make()
    worlds.set(text, known)
    return known
  }
  return search({
    server: story.before ? labAfter(lab, story.before) : newLab,
    applies: story.applies.flatMap((desired) => programs.get(desired) ?? []),
    reading: { lab: lab.namespace, world, ...(listsFirst && { listsFirst }) },
    law: { total: story.gpus, members, wanted: numbersIn(newestOf(story)) },
    finishes: story.finishes ?? 0,
    removals: story.removals ?? 0,
    losses: story.losses ?? 0,
    most,
  })
}

function numbersIn({ wanted }: Desired): Readonly<Record<Key, number>> {
  return Object.fromEntries(wanted.map(({ key, run }) => [key, run]))
}
