import type { Ask } from '../../scripts/model/ask.ts'
import { isClosed } from '../../scripts/model/gate.ts'
import { nameIn, type Key } from '../../scripts/model/object-key.ts'
import type { Node } from './program.ts'
import {
  begun,
  labelOf,
  choicesOf,
  isIdle,
  type Move,
  numberOf,
  textOf,
  textOfMemories,
  textOfThings,
  type Process,
  type Reading,
} from './process.ts'
import { isRun, serve, withThing, without, type Server } from './server.ts'
import { ghostAfter, violationOf, type Ghost, type Law } from './laws.ts'

export interface Scope {
  readonly server: Server
  /** The applies; each may begin at any time, and stop for ever at any time. */
  readonly applies: readonly Node[]
  readonly reading: Reading
  readonly law: Law
  /** How often runs end by themselves, and objects are deleted by hand. */
  readonly finishes: number
  readonly removals: number
  /** How many requests get no answer: such a request may arrive at any later time, or never. */
  readonly losses: number
  /** Beyond so many states the search fails: a scope must be exhausted. */
  readonly most: number
}

export interface Found {
  readonly states: number
  readonly moves: number
  /** Of the model server alone: what the next apply may find. */
  readonly servers: readonly Server[]
  /** The law that was broken, and the shortest way there. */
  readonly broken?: { readonly law: string; readonly trace: readonly string[] }
}

interface State {
  readonly server: Server
  readonly processes: readonly Process[]
  readonly floating: readonly Ask[]
  readonly finishes: number
  readonly removals: number
  readonly losses: number
  readonly ghost: Ghost
  readonly from?: State
  readonly label: string
}

/**
 * Every order in which the applies, the cluster and people can act, breadth first. An apply that dies is one that never moves again,
 * so every death is among them: a law is checked in every state, not at the end.
 */
export function search(scope: Scope): Found {
  const begin = beginning(scope)
  const seen = new Set([keyOf(begin)])
  const servers = new Map<string, Server>()
  const queue = [begin]
  let moves = 0
  for (const state of queue) {
    servers.set(textOfServer(state.server), state.server)
    for (const next of nextOf(state, scope)) {
      moves += 1
      const law = violationOf(state, next, scope.law)
      if (law !== undefined) return { states: seen.size, moves, servers: [], broken: { law, trace: traceOf(next) } }
      const key = keyOf(next)
      if (seen.has(key)) continue
      seen.add(key)
      queue.push(next)
      if (seen.size > scope.most) throw new Error(`more than ${scope.most} states: choose a smaller scope`)
    }
  }
  return { states: seen.size, moves, servers: [...servers.values()] }
}

function beginning({ server, applies, finishes, removals, losses }: Scope): State {
  return { server, processes: applies.map(begun), floating: [], finishes, removals, losses, ghost: {}, label: 'begin' }
}

/** What is settled comes at once and alone: it would be the same after anything else. */
function nextOf(state: State, scope: Scope): readonly State[] {
  const choices = state.processes.flatMap((process, index) =>
    choicesOf(process, state.server, scope.reading, state.losses > 0).map((choice) => ({ ...choice, index })),
  )
  const settled = choices.find(({ isSettled }) => isSettled)
  const applies = (settled ? [settled] : choices).flatMap(({ moves, index }) =>
    moves.map((move) => moved(state, index, move)),
  )
  return settled ? applies : [...applies, ...arrivals(state), ...clusterMoves(state)]
}

function moved(state: State, index: number, { label, server, process, ask, floating }: Move): State {
  const isLate = floating !== undefined && !isIdle(server, floating)
  return {
    ...after(state, `apply ${index + 1}: ${label}`, server),
    processes: state.processes.with(index, process),
    floating: isLate ? [...state.floating, floating] : state.floating,
    losses: state.losses - (floating ? 1 : 0),
    ghost: ask && !floating ? ghostAfter(state, ask, server) : state.ghost,
  }
}

function arrivals(state: State): readonly State[] {
  return state.floating.map((ask, index) => {
    const { server, answer } = serve(state.server, ask)
    return {
      ...after(state, `late: ${labelOf(ask)} → ${answer.said}`, server),
      floating: state.floating.toSpliced(index, 1),
      ghost: ghostAfter(state, ask, server),
    }
  })
}

/** Runs end, what was deleted goes, and people delete things. */
function clusterMoves(state: State): readonly State[] {
  const { server, finishes, removals } = state
  return Object.entries(server.things).flatMap(([name, thing]): readonly State[] => {
    const key = name as Key
    const isLive = isRun(key) && !thing.finished && !isClosed(thing.manifest)
    const gone = thing.deleting ? [after(state, `${nameIn(key)} ${thing.uid} is gone`, without(server, key))] : []
    const ends =
      isLive && !thing.deleting && finishes > 0
        ? [
            {
              ...after(state, `${nameIn(key)} ${thing.uid} ends`, withThing(server, key, { ...thing, finished: true })),
              finishes: finishes - 1,
            },
          ]
        : []
    const removed =
      removals > 0 && !thing.deleting
        ? [
            {
              ...after(state, `somebody deletes ${nameIn(key)} ${thing.uid}`, without(server, key)),
              removals: removals - 1,
            },
          ]
        : []
    return [...gone, ...ends, ...removed]
  })
}

function after(state: State, label: string, server: Server): State {
  return { ...state, server, label, from: state }
}

export function textOfServer(server: Server): string {
  return `${textOfMemories(server)}.${textOfThings(server)}.${server.made}`
}

/** Applies of the same commit are the same: which of them is where does not matter. */
function keyOf({ server, processes, floating, finishes, removals, losses, ghost }: State): string {
  const waiting = floating
    .filter((ask) => !isIdle(server, ask))
    .map((ask) => numberOf(JSON.stringify(ask)))
    .sort()
  const where = processes.map(textOf).sort()
  return [
    textOfServer(server),
    where.join(' '),
    waiting.join(),
    finishes,
    removals,
    losses,
    JSON.stringify(ghost),
  ].join('|')
}

function traceOf(state: State): readonly string[] {
  return state.from === undefined ? [] : [...traceOf(state.from), state.label]
}
