import type { Origin, Position } from '../model/evaluation.ts'
import type { Place } from '../model/finding.ts'
import type { Path } from '../model/json.ts'
import { offsetAt } from '../model/offset-at.ts'
import { placeAt } from '../model/place-at.ts'
import type { Source } from '../model/request.ts'
import type { Aim } from './aim.ts'
import type { Origins } from './argument-path.ts'
import { carefulStrip, type Strip } from './careful-strip.ts'
import { inCall } from './in-call.ts'
import { inManifest } from './in-manifest.ts'
import { syntaxOf, type Syntax } from './syntax.ts'

/** Where a fault stands, as far as the sandbox knows: inside the arguments of a call (`[1, 'gpu']`), or inside a manifest. */
export type Anchor = { readonly path: Path; readonly aim?: Aim } & (
  | { readonly kind: 'call'; readonly call: Position }
  | { readonly kind: 'manifest'; readonly origin: Origin }
)

/** From a fault to the characters that the member wrote. */
export type Locator = (anchor: Anchor) => Place

/** More than any honest file needs: names can run in circles, and spreads can multiply. */
const mostSteps = 1000

/**
 * A locator for one member's folder; a file is parsed when something must be found in it, and once.
 * It points at the wrong value, in the constant that keeps it if need be; of a value of several lines at the property's name; where
 * nothing was written (a default) at the template's call; where a manifest written by hand lacks something at that object's `{`.
 * Invariant: the place is in one of `sources`, for a position out of the sandbox can be forged; and nothing makes it throw.
 */
export function createLocator(sources: readonly Source[], origins: Origins, strip: Strip = carefulStrip): Locator {
  const parsed = new Map<Source, Syntax | undefined>()
  const parse = (source: Source | undefined): Syntax | undefined => {
    if (source !== undefined && !parsed.has(source)) parsed.set(source, syntaxOf(source, strip))
    return source && parsed.get(source)
  }
  return (anchor) => {
    const world = {
      fileOf: (specifier: string) =>
        parse(sources.find(({ name }) => [`./${name}`, `./${name}`.replace(/\.ts$/, '')].includes(specifier))),
      steps: mostSteps,
    }
    const finder = {
      aim: anchor.aim ?? 'value',
      origins,
      world,
      syntaxOf: (file: string) => parse(sources.find((source) => source.file === file)),
    }
    if (anchor.kind === 'call') return inCall(anchor.call, anchor.path, finder) ?? bare(sources, anchor.call)
    return inManifest(anchor.origin, anchor.path, finder) ?? bare(sources, anchor.origin.call ?? anchor.origin)
  }
}

/** The position itself as far as it exists; else the file, or the folder's first. */
function bare(sources: readonly Source[], { file, line = 0, column = 0 }: Partial<Position> & { file: string }): Place {
  const source = sources.find((one) => one.file === file)
  const offset = source && offsetAt(source.text, { line, column })
  if (source === undefined || offset === undefined) return { file: (source ?? sources[0])?.file ?? '' }
  return placeAt(source, offset)
}
