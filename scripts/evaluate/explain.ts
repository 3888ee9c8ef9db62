import { finding, type Finding, type Place, type Said } from '../model/finding.ts'
import { nearest } from '../model/nearest.ts'
import { offsetAt } from '../model/offset-at.ts'
import { placeAt } from '../model/place-at.ts'
import type { Source } from '../model/request.ts'
import { absenceOf } from './absent.ts'
import { missingExport } from './export-missing.ts'
import { framesOf } from './frames.ts'
import type { Thrown } from './guest/told.ts'
import type { Limits } from './limits.ts'
import type { Reach } from './reach.ts'
import { spotAt } from './spot-at.ts'
import { exportNamesIn, nodesIn, parseCode } from './syntax.ts'

const longestMessage = 500

export interface Explaining {
  readonly entry: Source
  readonly reach: Reach
  readonly limits: Limits
}

/** What a member is told of something that was thrown. */
export function explain(thrown: Thrown, explaining: Explaining): Finding {
  const found = missingExport(thrown, explaining.reach)
  if (found !== undefined) return found
  const { code, args } = saidOf(thrown, explaining)
  return finding(code, args, thrownAt(thrown, explaining))
}

/** The innermost frame in a file of the member's folder. */
export function placeOfStack(stack: string, reach: Reach): Place | undefined {
  for (const frame of framesOf(stack)) {
    const source = reach.prepared.get(frame.file)?.source
    const offset = source && offsetAt(source.text, frame)
    if (source !== undefined && offset !== undefined) return spotAt(source, offset)
  }
  return undefined
}

/** What the engine says of a file that it cannot read; what `JSON.parse` and `RegExp` throw has frames with functions. */
const whileCompiling = /^ *at users\/[^\n(]+:\d+:\d+\n?$/

function saidOf(thrown: Thrown, { reach, limits }: Explaining): Said {
  const { name, message, stack } = thrown
  if (message === 'stack overflow' && name !== 'Error') return { code: 'out-of-stack', args: {} }
  if (isOutOfMemory(thrown, reach)) return { code: 'out-of-memory', args: { limit: limits.memory } }
  if (name === 'SyntaxError' && whileCompiling.test(stack)) return { code: 'syntax-error', args: { message } }
  const [, missing] = /^'(.{1,100})' is not defined$/.exec(message) ?? []
  if (name === 'ReferenceError' && missing !== undefined) return absent(missing, reach)
  const [, early] = /^'?([^' ]{1,100})'? is not initialized$/.exec(message) ?? []
  if (name === 'ReferenceError' && early !== undefined) return { code: 'name-too-early', args: { name: early } }
  const text = [name, message].filter((part) => part !== '').join(': ')
  return { code: 'threw', args: { message: text.slice(0, longestMessage) } }
}

/** Without memory for an error the engine throws `null`, or what is no value at all: then nobody wrote a `throw` or a `reject`. */
function isOutOfMemory({ name, message }: Thrown, reach: Reach): boolean {
  if (name === 'InternalError') return message.startsWith('out of memory')
  if (name !== '' || !['null', '[unsupported type]'].includes(message)) return false
  return ![...reach.prepared.values()].some(({ source }) => /throw|reject/.test(source.text))
}

function absent(name: string, reach: Reach): Said {
  const why = absenceOf(name)
  if (why !== undefined) return { code: 'name-absent', args: { name, why } }
  const { program } = parseCode(reach.exporter('#lab')?.code ?? '')
  const near = program && nearest(name, exportNamesIn(program))
  return { code: 'name-unknown', args: { name, ...(near !== undefined && { near }) } }
}

/** What is no error has no stack: then at the `throw`, if there is only one. */
function thrownAt({ stack }: Thrown, { entry, reach }: Explaining): Place {
  const place = placeOfStack(stack, reach)
  if (place !== undefined) return place
  const throws = [...reach.prepared.values()].flatMap((prepared) =>
    'code' in prepared ? throwsIn(prepared.source, prepared.code) : [],
  )
  return throws.length === 1 && throws[0] !== undefined ? throws[0] : { file: entry.file }
}

function throwsIn(source: Source, code: string): readonly Place[] {
  const { program } = parseCode(code)
  const nodes = program ? nodesIn(program).filter(({ type }) => type === 'ThrowStatement') : []
  return nodes.map(({ start, end }) => placeAt(source, start, end))
}
