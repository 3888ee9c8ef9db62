import type { Program } from 'acorn'
import { finding, type Finding, type Place } from '../model/finding.ts'
import { offsetAt } from '../model/offset-at.ts'
import { placeAt } from '../model/place-at.ts'
import type { Source } from '../model/request.ts'
import { framesOf } from './frames.ts'
import type { Limits } from './limits.ts'
import type { Ran } from './machine.ts'
import type { Reach } from './reach.ts'
import { spotAt } from './spot-at.ts'
import { parseCode } from './syntax.ts'
import { endlessLoop, topAwait } from './waits.ts'

/** What a member is told of a run that had to be stopped. */
export function stopped(
  { by, thrown }: Extract<Ran, { kind: 'stopped' }>,
  { entry, reach, limits }: { entry: Source; reach: Reach; limits: Limits },
): Finding {
  const stack = thrown?.stack ?? ''
  const file: Place = { file: entry.file }
  if (by === 'steps') return finding('out-of-steps', { limit: limits.steps }, whereItWas(stack, entry, reach))
  if (by === 'time') return finding('took-too-long', { seconds: limits.seconds }, whereItWas(stack, entry, reach))
  if (by === 'promises') return finding('out-of-promises', { limit: limits.jobs }, file)
  return by === 'await'
    ? finding('await-endless', {}, foundIn(entry, reach, topAwait) ?? file)
    : finding('out-of-stack', {}, file)
}

function whereItWas(stack: string, entry: Source, reach: Reach): Place {
  for (const frame of framesOf(stack)) {
    const source = reach.prepared.get(frame.file)?.source
    const offset = source && offsetAt(source.text, frame)
    if (source === undefined || offset === undefined) continue
    return foundIn(source, reach, (program) => endlessLoop(program, offset)) ?? spotAt(source, offset)
  }
  return { file: entry.file }
}

type Search = (program: Program) => { readonly start: number; readonly end: number } | undefined

function foundIn(source: Source, reach: Reach, search: Search): Place | undefined {
  const prepared = reach.prepare(source)
  const { program } = 'code' in prepared ? parseCode(prepared.code) : {}
  const range = program && search(program)
  return range && placeAt(source, range.start, range.end)
}
