import { finding, type Finding, type Place, type Said } from '../model/finding.ts'
import { nearest } from '../model/nearest.ts'
import { offsetAt } from '../model/offset-at.ts'
import { placeAt } from '../model/place-at.ts'
import type { Source } from '../model/request.ts'
import { absenceOf, pythonNames } from './absent.ts'
import { missingExport } from './export-missing.ts'
import { framesOf } from './frames.ts'
import type { Thrown } from './guest/told.ts'
import type { Limits } from './limits.ts'
import type { Reach } from './reach.ts'
import { spotAt } from './spot-at.ts'
import { declaredNamesIn, exportNamesIn, nodesIn, parseCode } from './syntax.ts'
import { syntaxFinding } from './syntax-slip.ts'

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
  const said = saidOf(thrown, explaining)
  const spot = spotOfStack(thrown.stack, explaining.reach)
  if (said.code === 'syntax-error' && spot !== undefined)
    return syntaxFinding(spot.source, said.args.message, spot.offset)
  return finding(said.code, said.args, thrownAt(thrown, explaining))
}

interface Spot {
  readonly source: Source
  readonly offset: number
}

/** The innermost frame in a file of the member's folder. */
function spotOfStack(stack: string, reach: Reach): Spot | undefined {
  for (const frame of framesOf(stack)) {
    const source = reach.prepared.get(frame.file)?.source
    const offset = source && offsetAt(source.text, frame)
    if (source !== undefined && offset !== undefined) return { source, offset }
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
  if (name === 'ReferenceError' && missing !== undefined) return absent(missing, stack, reach)
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

function absent(name: string, stack: string, reach: Reach): Said {
  const why = absenceOf(name)
  if (why !== undefined) return { code: 'name-absent', args: { name, why } }
  const spot = spotOfStack(stack, reach)
  const rest = spot?.source.text.slice(spot.offset, spot.offset + name.length + 9) ?? ''
  if (rest.startsWith(name) && /^\s*=(?![=>])/.test(rest.slice(name.length)))
    return { code: 'name-unknown', args: { name, assigned: true } }
  const near = pythonNames.get(name) ?? nearest(name, namesAround(spot?.source, reach))
  return { code: 'name-unknown', args: { name, ...(near !== undefined && { near }) } }
}

/** What could have been meant in a file: its own names, and what `#lab` exports. */
function namesAround(source: Source | undefined, reach: Reach): readonly string[] {
  const prepared = source && reach.prepared.get(source.file)
  const { program: own } = prepared !== undefined && 'code' in prepared ? parseCode(prepared.code) : {}
  const { program: lab } = parseCode(reach.exporter('#lab')?.code ?? '')
  return [...(own ? declaredNamesIn(own) : []), ...(lab ? exportNamesIn(lab) : [])]
}

/** What is no error has no stack: then at the `throw`, if there is only one. */
function thrownAt({ stack }: Thrown, { entry, reach }: Explaining): Place {
  const spot = spotOfStack(stack, reach)
  if (spot !== undefined) return spotAt(spot.source, spot.offset)
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
