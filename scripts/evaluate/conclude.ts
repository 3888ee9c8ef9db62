import type { CallFault, Evaluated, Evaluation, Position } from '../model/evaluation.ts'
import { finding, type Finding, type Place } from '../model/finding.ts'
import { pathText } from '../model/json.ts'
import { offsetAt } from '../model/offset-at.ts'
import type { Request, Source } from '../model/request.ts'
import { callFaultsOf } from './call-faults.ts'
import { exportPlace } from './export-place.ts'
import { framesOf } from './frames.ts'
import type { Root, Told, ToldCall, ToldFault } from './guest/told.ts'
import type { Reach } from './reach.ts'
import { spotAt } from './spot-at.ts'

/** A template's call and the place in the folder from which it was made. */
interface PlacedCall extends ToldCall {
  readonly from: Position | undefined
}

/** What the sandbox told, in the model's words and at the member's lines. */
export function conclude(told: Told, request: Request, entry: Source, reach: Reach): Evaluation {
  const calls = told.calls.map((call) => ({ ...call, from: callerOf(call.stack, reach) }))
  const faults = told.faults.map((fault) => faultFinding(fault, calls, entry, reach))
  return {
    request,
    objects: objectsOf(told, calls, entry),
    calls: callFaults(calls, entry, reach),
    findings: [...faults, ...notExported(calls, entry, reach)],
  }
}

function callerOf(stack: string, reach: Reach): Position | undefined {
  return framesOf(stack).find(({ file }) => reach.prepared.has(file))
}

/** Objects that came out whole. */
function objectsOf(told: Told, calls: readonly PlacedCall[], entry: Source): readonly Evaluated[] {
  const broken = new Set(told.faults.map(rootKey))
  return told.objects
    .filter(({ root }) => !broken.has(rootKey(root)))
    .map(({ root, manifest }) => {
      const { template, from } = (root.call === undefined ? undefined : calls[root.call]) ?? {}
      const { call: _, ...of } = root
      const origin = { file: entry.file, ...of, ...(template && { template }), ...(from && { call: from }) }
      return { manifest, origin }
    })
}

function rootKey(root: Root): string {
  return `${root.index ?? ''} ${root.export}`
}

const longestPath = 60

/** What is wrong not with a value, but with its being exported. */
const aboutExport: ReadonlySet<string> = new Set(['exported-twice', 're-exported'])

function faultFinding(fault: ToldFault, calls: readonly PlacedCall[], entry: Source, reach: Reach): Finding {
  const { code, args, path } = fault
  const from = fault.call === undefined || aboutExport.has(code) ? undefined : calls[fault.call]?.from
  const place = (from && callPlace(from, reach)) ?? exportPlaceIn(entry, fault, reach)
  if (path.length === 0) return finding(code, args, place)
  const at = pathText(path)
  return finding(code, { ...args, at: at.slice(-longestPath) }, place, { path: at })
}

function exportPlaceIn(entry: Source, fault: ToldFault, reach: Reach): Place {
  const prepared = reach.prepare(entry)
  return 'code' in prepared ? exportPlace(prepared, fault, fault.path) : { file: entry.file }
}

function callPlace(from: Position, reach: Reach): Place | undefined {
  const source = reach.prepared.get(from.file)?.source
  const offset = source && offsetAt(source.text, from)
  return source === undefined || offset === undefined ? undefined : spotAt(source, offset)
}

/** Calls in the request's own file that made something nobody will get; in a loop that is one. */
function notExported(calls: readonly PlacedCall[], entry: Source, reach: Reach): readonly Finding[] {
  return onceEach(
    calls.flatMap(({ template, exported, from }) => {
      const place = exported || from?.file !== entry.file ? undefined : callPlace(from, reach)
      return place === undefined ? [] : [finding('not-exported', { template }, place)]
    }),
  )
}

/** Faults that templates found in their arguments; a call in another request's file is that request's. */
function callFaults(calls: readonly PlacedCall[], entry: Source, reach: Reach): readonly CallFault[] {
  return onceEach(
    calls.flatMap(({ template, faults, from }) => {
      const source = from && reach.prepared.get(from.file)?.source
      if (from === undefined || !(source === entry || source?.name.startsWith('_'))) return []
      return callFaultsOf(faults).map((fault) => ({ fault, template, call: from }))
    }),
  )
}

function onceEach<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}
