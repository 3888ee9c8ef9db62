import type { Origin, Position } from '../model/evaluation.ts'
import type { Place } from '../model/finding.ts'
import type { Path } from '../model/json.ts'
import { argumentPath } from './argument-path.ts'
import { callAt } from './call.ts'
import { exportedAs } from './exports.ts'
import type { Finder } from './finder.ts'
import { inArguments } from './in-call.ts'
import { placeOf, valuePlace } from './place-of.ts'
import { walk, type Walked } from './walk.ts'

/** Inside what a file exports: in the literal, if it is written by hand; else in the arguments from which the template made it. */
export function inManifest(origin: Origin, path: Path, finder: Finder): Place | undefined {
  const walked = walkExport(origin, path, finder)
  if (origin.template !== undefined && origin.call) {
    return inTemplate(origin.template, origin.call, { walked, path }, finder) ?? placeByHand(walked, finder)
  }
  return placeByHand(walked, finder)
}

function walkExport(
  { file, export: name, index }: Origin,
  path: Path,
  { syntaxOf, world }: Finder,
): Walked | undefined {
  const syntax = syntaxOf(file)
  const node = syntax && exportedAs(syntax, name)
  return node && walk({ file: syntax, node }, index === undefined ? path : [index, ...path], world)
}

interface Way {
  readonly walked: Walked | undefined
  readonly path: Path
}

/** A spread of the template's result may have replaced this part (`{ ...session(…), spec }`): then what replaced it is meant. */
function inTemplate(template: string, at: Position, { walked, path }: Way, finder: Finder): Place | undefined {
  const syntax = finder.syntaxOf(at.file)
  const call = syntax && callAt(syntax, at)
  if (!call) return undefined
  const replaced = walked !== undefined && walked.depth > 0
  if (replaced && walked.spot.node !== call) return placeByHand(walked, finder)
  return inArguments(syntax, call, argumentPath(finder.origins, template, replaced ? walked.rest : path) ?? [], finder)
}

/** What a literal lacks is told by its opening `{`. */
function placeByHand(walked: Walked | undefined, { aim, world }: Finder): Place | undefined {
  if (walked === undefined) return undefined
  return (
    placeOf(walked, walked.end === 'missing' ? 'inside' : aim, world) ?? valuePlace(walked.into ?? walked.spot, world)
  )
}
