import type { DiskThing, OtherThing, RunThing, Thing } from '../../model/card.ts'
import { bytesText } from '../../model/quantity.ts'
import { code } from '../code.ts'
import { duration } from '../plan/amounts.ts'
import { counted } from './section.ts'

/** An object in Markdown: what people call it, and its amounts, each under a label by which two versions can be compared. */
export interface ThingParts {
  readonly name: string
  readonly parts: ReadonlyMap<string, string>
}

export function thingParts(thing: Thing): ThingParts {
  if (thing.is === 'disk') return { name: `disk ${code(thing.name)}`, parts: diskParts(thing) }
  if (isOther(thing)) return { name: `${others[thing.is]} ${code(thing.name)}`, parts: new Map() }
  return { name: `${thing.is} ${code(thing.name)}`, parts: new Map(runParts(thing)) }
}

const others: Readonly<Record<OtherThing['is'], string>> = {
  files: 'file set',
  address: 'address',
  'web-address': 'web address',
  other: 'part',
}

function isOther(thing: Thing): thing is OtherThing {
  return Object.hasOwn(others, thing.is)
}

function diskParts({ size, storage }: DiskThing): ReadonlyMap<string, string> {
  return new Map([
    ['size', code(size)],
    ['kind', `kind ${code(storage)}`],
  ])
}

function runParts(thing: RunThing): readonly (readonly [string, string])[] {
  const { copies, tasks, run, images } = thing
  return [
    ...(run > 1 ? [['run', `run ${run}`] as const] : []),
    ['gpus', gpusText(thing)],
    ...(copies === 1 ? [] : [['copies', `${copies} at once`] as const]),
    ...(tasks === undefined ? [] : [['tasks', `${counted(tasks, 'run')} in all`] as const]),
    ['size', sizeText(thing)],
    ['end', endText(thing)],
    ...images.map((image, index) => [`image ${index}`, `image ${code(image)}`] as const),
  ]
}

function gpusText({ gpus, cards, cardMemory, copies }: RunThing): string {
  if (gpus === 0) return 'no GPU'
  const kind =
    cards.length === 0 ? '' : cards.length <= 2 ? ` ${cards.map(code).join(' or ')}` : ` with ${cardMemory} GB or more`
  return `${counted(gpus, 'GPU')}${copies > 1 ? ' each' : ''}${kind}`
}

function sizeText({ cpu, memory }: RunThing): string {
  return `${counted(Math.round(cpu / 100) / 10, 'core')}, ${bytesText(memory)} memory`
}

function endText({ seconds, until }: RunThing): string {
  if (seconds !== undefined) return `at most ${duration(seconds)}`
  return until === undefined ? 'nothing ends it' : `until ${code(until)}`
}
