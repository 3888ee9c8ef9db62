import { serverPath } from '../../../scripts/judge/api/server-path.ts'
import type { Code, Fault } from '../../../scripts/model/finding.ts'
import { isObject, type Json, type Path } from '../../../scripts/model/json.ts'
import type { Manifest } from '../../../scripts/model/manifest.ts'
import type { ChangeName } from '../changes/index.ts'
import type { Kind } from '../manifests/make-manifest.ts'
import type { Refusal, Stage, Verdict } from './answer.ts'
import { asHeard } from './as-heard.ts'
import { isLabs, type Judge } from './ours.ts'

/** A manifest that both were asked about. */
export interface Asked {
  readonly kind: Kind
  readonly changes: readonly ChangeName[]
  readonly manifest: Manifest
  readonly verdict: Verdict
}

/** `the lab alone`: the server takes it, and only rules refuse it that are the lab's by name. */
export type Agreement =
  | 'both accept'
  | 'both refuse'
  | 'wrongly accepted'
  | 'wrongly refused'
  | 'the lab alone'
  | 'unknown'

/** `untold`: the server refused and named no place. */
export type Place = 'same' | 'differs' | 'untold'

export interface Comparison extends Asked {
  readonly agreement: Agreement
  /** Of both refusals. */
  readonly place?: Place
  /** What we say that is Kubernetes' law. */
  readonly faults: readonly Fault[]
  /** What we say that is the lab's. */
  readonly labs: readonly Fault[]
}

/**
 * Our verdict beside the server's. What the lab alone refuses must not hide anything: then we are asked again about the manifest as the server
 * hears it, and only what is Kubernetes' law counts.
 */
export function compare(asked: Asked, judge: Judge): Comparison {
  const { verdict, manifest, kind } = asked
  const told = judge(manifest).filter(isOfOnePlace)
  const labs = told.filter(isLabs)
  const behind = labs.length > 0 && labs.length === told.length ? judge(asHeard(manifest, kind)) : told
  const faults = behind.filter((fault) => isOfOnePlace(fault) && !isLabs(fault))
  const agreement = agreementOf(verdict, faults, placesOf(labs, manifest))
  const ours = faults.length > 0 ? faults : labs
  const place = verdict.verdict === 'refused' && agreement === 'both refuse' ? placeOf(verdict, ours) : undefined
  return { ...asked, agreement, faults, labs, ...(place && { place }) }
}

/** Not the line that only counts what is not told. */
function isOfOnePlace({ code }: Fault): boolean {
  return code !== 'faults-more'
}

function agreementOf(verdict: Verdict, faults: readonly Fault[], labs: readonly string[]): Agreement {
  if (verdict.verdict === 'unknown') return 'unknown'
  if (verdict.verdict === 'refused')
    return faults.length > 0 || covers(labs, verdict) ? 'both refuse' : 'wrongly accepted'
  if (faults.length > 0) return 'wrongly refused'
  return labs.length > 0 ? 'the lab alone' : 'both accept'
}

/** The lab's rule is about the very places that the server names, or an entry of theirs. */
function covers(labs: readonly string[], { paths }: Refusal): boolean {
  return (
    paths.length > 0 && paths.map(spelt).every((path) => labs.some((own) => isWithin(own, path) || isWithin(path, own)))
  )
}

/** A limit is the request too, where the manifest writes none. Source: pkg/apis/core/v1 `SetDefaults_Pod`. */
function placesOf(labs: readonly Fault[], manifest: Manifest): readonly string[] {
  return labs.flatMap((fault) => {
    const { path } = fault
    const request = path.at(-2) === 'limits' ? [...path.slice(0, -2), 'requests', ...path.slice(-1)] : path
    const places = isWritten(manifest, request) ? [path] : [path, request]
    return places.map((place) => spelt(serverPath({ ...fault, path: place })))
  })
}

function isWritten(value: Json | undefined, [key, ...rest]: Path): boolean {
  if (key === undefined) return value !== undefined
  if (Array.isArray(value)) return isWritten(value[Number(key)] as Json | undefined, rest)
  return isObject(value) && Object.hasOwn(value, key) && isWritten(value[key], rest)
}

function isWithin(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}[`)
}

const ofDecoding: ReadonlySet<Code> = new Set<Code>(['field-type', 'value-format', 'value-range', 'quantity-invalid'])

const stageOf = ({ code }: Fault): Stage => {
  if (ofDecoding.has(code)) return 'decoding'
  return code === 'field-unknown' ? 'strict decoding' : 'validation'
}

/**
 * Whether both name the same place. The server stops at the first stage that refuses, and we do not: only those of our faults count that belong to its
 * stage. Strict decoding and validation name all places, and the first of ours must be among them; where we miss a whole object, the server misses its
 * parts. Decoding names one place, without indexes, or none; so do the plugins.
 */
function placeOf({ stage, paths }: Refusal, faults: readonly Fault[]): Place {
  if (paths.length === 0) return 'untold'
  if (stage === 'decoding') return faults.some((fault) => isDecoded(fault, paths)) ? 'same' : 'differs'
  const theirs = paths.map(spelt)
  if (stage === 'admission')
    return faults.some((fault) => theirs.includes(spelt(serverPath(fault)))) ? 'same' : 'differs'
  const [first] = faults.filter((fault) => stageOf(fault) === stage)
  return first && isNamed(first, stage, theirs) ? 'same' : 'differs'
}

function isNamed(fault: Fault, stage: Stage, theirs: readonly string[]): boolean {
  const ours = spelt(stage === 'validation' ? serverPath(fault) : writtenPath(fault.path))
  return theirs.includes(ours) || (fault.code === 'field-missing' && theirs.some((path) => path.startsWith(`${ours}.`)))
}

/** As strict decoding names a place: just as it is written. */
function writtenPath(path: Path): string {
  return path.reduce<string>(
    (text, key) => `${text}${typeof key === 'number' ? `[${key}]` : `${text && '.'}${key}`}`,
    '',
  )
}

function isDecoded(fault: Fault, [path = '']: readonly string[]): boolean {
  const names = fault.path.filter((key) => typeof key === 'string')
  return stageOf(fault) === 'decoding' && [names, names.slice(0, -1)].some((some) => some.join('.') === path)
}

/** A path in one form: a key in brackets and a field after a dot are the same step. */
export function spelt(path: string): string {
  return path.replace(/\[([A-Za-z]\w*)\]/g, '.$1').replace(/<nil>|\[\]/, '')
}
