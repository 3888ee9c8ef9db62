import type { Position } from '../model/evaluation.ts'
import type { Place } from '../model/finding.ts'
import type { Path } from '../model/json.ts'
import { callAt, type Call } from './call.ts'
import type { Finder } from './finder.ts'
import { calleePlace, placeOf } from './place-of.ts'
import type { Syntax } from './syntax.ts'
import { walk } from './walk.ts'

/** Inside the arguments of the call at `position`; `undefined` where there is none. */
export function inCall(position: Position, path: Path, finder: Finder): Place | undefined {
  const syntax = finder.syntaxOf(position.file)
  const call = syntax && callAt(syntax, position)
  return call && inArguments(syntax, call, path, finder)
}

/** `path` begins with the argument's index. What was not written is told by the call itself. */
export function inArguments(syntax: Syntax, call: Call, path: Path, { world, aim }: Finder): Place {
  const [index, ...rest] = path
  const upTo = index === undefined ? [] : call.arguments.slice(0, Number(index) + 1)
  const argument = upTo[Number(index)]
  if (argument === undefined || upTo.some(({ type }) => type === 'SpreadElement')) return calleePlace(syntax, call)
  return placeOf(walk({ file: syntax, node: argument }, rest, world), aim, world) ?? calleePlace(syntax, call)
}
