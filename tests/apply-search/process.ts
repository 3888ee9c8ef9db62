import type { Answer, Ask } from '../../scripts/model/ask.ts'
import type { Departure, Effect, Reply } from '../../scripts/apply/effect.ts'
import { keyOf } from '../../scripts/model/object-key.ts'
import type { World } from '../../scripts/model/world.ts'
import type { Node } from './program.ts'
import { anyVersion, listThings, readMemories, serve, type Memories, type Server } from './server.ts'

/** One apply on its way through the model: its node, and what it heard of the reply to what it wants now. */
export interface Process {
  readonly node: Node
  readonly heard: readonly Heard[]
  /** Of a `together`, each on its way. */
  readonly works: readonly Process[]
}

interface Heard {
  readonly text: string
  readonly value: unknown
}

/** What a process can do next, in one indivisible step. */
export interface Move {
  readonly label: string
  readonly server: Server
  readonly process: Process
  /** What was sent, if anything was. */
  readonly ask?: Ask
  /** Sent, and not answered: it may arrive at any later time, or never. */
  readonly floating?: Ask
}

/** All that one line of work can do next. */
export interface Choice {
  readonly moves: readonly Move[]
  /** Nothing that anybody does can change what comes of it, and it changes nothing: it may as well come at once. */
  readonly isSettled: boolean
}

export interface Reading {
  readonly lab: string
  /** One world for equal texts, so that plans can be remembered. */
  readonly world: (memories: string, things: string, make: () => World) => World
  /** A planted fault: the lists are read before the memories. */
  readonly listsFirst?: true
}

export function begun(node: Node): Process {
  return joined({ node, heard: [], works: node.works.map(begun) })
}

/** Once all works of a `together` are over, it is answered. */
function joined(process: Process): Process {
  const { node, works } = process
  if (works.length === 0 || !works.every(isOver)) return process
  const reply: Reply = { effect: 'together', results: works.map((work) => work.node.result) }
  return begun(node.hear(works.map((work) => work.node.id).join(','), reply))
}

export function isOver(process: Process): boolean {
  return process.node.effect === undefined
}

export function textOf({ node, heard, works }: Process): string {
  return `${node.id}[${heard.map(({ text }) => text).join(',')}](${works.map(textOf).join(';')})`
}

export function choicesOf(process: Process, server: Server, reading: Reading, losable: boolean): readonly Choice[] {
  const { effect } = process.node
  if (effect === undefined) return []
  if (effect.effect === 'read') return [{ moves: [readingMove(process, server, reading)], isSettled: false }]
  if (effect.effect === 'send') return [sendingChoice(process, server, effect, losable)]
  if (effect.effect === 'wait') return [waitingChoice(process, server, effect)]
  return process.works.flatMap((work, index) =>
    choicesOf(work, server, reading, losable).map(({ moves, isSettled }) => ({
      isSettled,
      moves: moves.map((move) => ({ ...move, process: withWork(process, index, move.process) })),
    })),
  )
}

function withWork(process: Process, index: number, work: Process): Process {
  return joined({ ...process, works: process.works.with(index, work) })
}

/** A reading is two lists, and the world moves in between. */
function readingMove(process: Process, server: Server, reading: Reading): Move {
  const first = process.heard[0]
  const remembers = (first === undefined) !== (reading.listsFirst === true)
  const part: Heard = remembers
    ? { text: textOfMemories(server), value: readMemories(server, reading.lab) }
    : { text: textOfThings(server), value: listThings(server) }
  if (first === undefined)
    return { label: remembers ? 'reads the memories' : 'lists', server, process: { ...process, heard: [part] } }
  const [memories, things] = remembers ? [part, first] : [first, part]
  const make = (): World => ({
    ...(memories.value as Memories),
    objects: things.value as World['objects'],
    unread: [],
  })
  const world = reading.world(memories.text, things.text, make)
  const next = process.node.hear(`${memories.text}|${things.text}`, { effect: 'read', world })
  return { label: remembers ? 'reads the memories' : 'lists', server, process: begun(next) }
}

function sendingChoice(
  process: Process,
  server: Server,
  { asks }: Extract<Effect, { effect: 'send' }>,
  losable: boolean,
): Choice {
  const ask = asks[process.heard.length]
  if (ask === undefined) throw new Error('an empty batch')
  const served = serve(server, ask)
  const hear = (answer: Answer): Process => {
    const heard = [...process.heard, { text: numberOf(JSON.stringify(answer)), value: answer }]
    if (heard.length < asks.length) return { ...process, heard }
    const reply: Reply = { effect: 'send', answers: heard.map(({ value }) => value as Answer) }
    return begun(process.node.hear(heard.map(({ text }) => text).join(','), reply))
  }
  const label = `${labelOf(ask)} → ${served.answer.said}`
  const answered = { label, ask, server: served.server, process: hear(served.answer) }
  const isSettled = isIdle(server, ask)
  if (!losable) return { moves: [answered], isSettled }
  const lost = {
    label: `${labelOf(ask)} → no answer`,
    server,
    process: hear({ said: 'unknown', message: '' }),
    floating: ask,
  }
  return { moves: [answered, lost], isSettled }
}

/** It gives up whenever what it waits for is not gone: the longest and the shortest patience are both among the searched. */
function waitingChoice(process: Process, server: Server, { going }: Extract<Effect, { effect: 'wait' }>): Choice {
  const departures = going.map(({ key, uid }): Departure => (server.things[key]?.uid === uid ? 'there' : 'gone'))
  const next = process.node.hear(departures.join(','), { effect: 'wait', departures })
  const move = { label: `waits: ${departures.join(', ')}`, server, process: begun(next) }
  return { moves: [move], isSettled: departures.every((departure) => departure === 'gone') }
}

/** It can do nothing any more, whenever it arrives: no version and no UID comes back, and no memory is ever deleted. */
export function isIdle({ memories, things }: Server, ask: Ask): boolean {
  if (ask.do === 'remember') {
    const memory = memories[ask.name]
    return memory !== undefined && ask.version !== anyVersion && (ask.version ?? '') !== String(memory.version)
  }
  if (ask.do !== 'patch' && ask.do !== 'delete') return false
  const thing = things[ask.key]
  if (ask.uid === anyVersion) return false
  return (
    thing?.uid !== ask.uid ||
    (ask.do === 'delete' && ask.version !== undefined && ask.version !== String(thing.version))
  )
}

export function labelOf(ask: Ask): string {
  if (ask.do === 'remember') return `${ask.version === undefined ? 'POST' : `PUT@${ask.version}`} ${ask.name}`
  if ('manifest' in ask) return `${ask.do} ${keyOf(ask.manifest)}`
  return `${ask.do} ${ask.key}${'uid' in ask ? ` ${ask.uid}` : ''}`
}

/** Equal texts get equal numbers: states are compared by short ones. */
const numbers = new Map<string, string>()

export function numberOf(text: string): string {
  const known = numbers.get(text)
  if (known !== undefined) return known
  const number = String(numbers.size)
  numbers.set(text, number)
  return number
}

const memoryTexts = new WeakMap<object, string>()
const thingTexts = new WeakMap<object, string>()

export function textOfMemories({ memories }: Server): string {
  return remembered(memoryTexts, memories)
}

export function textOfThings({ things }: Server): string {
  return remembered(thingTexts, things)
}

function remembered(texts: WeakMap<object, string>, value: object): string {
  const known = texts.get(value)
  if (known !== undefined) return known
  const text = numberOf(JSON.stringify(value))
  texts.set(value, text)
  return text
}
