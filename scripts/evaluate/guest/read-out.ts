// Runs inside the sandbox, on values that a member made. Threat: every one of them may be a trap. Invariant: no code of theirs is called
// from here. Only own properties that hold data are read, through intrinsics that the lockdown froze before the member's code ran.

import { dataOf } from './data-of.ts'
import { isPlain } from './is-plain.ts'
import { notManifest } from './not-manifest.ts'
import { textOf } from './text-of.ts'
import { thrownOf } from './thrown-of.ts'
import type { ExportFault, ReadLimits, Root, ToldCall, ToldFault, ValueFault } from './told.ts'
import { write } from './write.ts'

const { ownKeys } = Reflect
const { isArray } = Array
const { hasOwn } = Object
const { stringify } = JSON

const longestName = 100
const mostFaults = 20
const mostCalls = 1000
const mostFaultText = 64 * 1024

/** What the outside asks when a request's file has run. */
export interface ReadOut {
  /** What a namespace exports, as JSON text of a `Told`; `imported` holds the namespaces of other requests. */
  readonly read: (namespace: object, imported?: object) => string
  /** What was thrown, as JSON text of a `Thrown`. */
  readonly explain: (thrown: unknown) => string
}

export function createReadOut(calls: readonly unknown[], origin: symbol, limits: ReadLimits): ReadOut {
  return {
    read: (namespace, imported) => new Reading(calls, origin, limits).told(namespace, imported),
    explain: (thrown) => stringify(thrownOf(thrown)),
  }
}

class Reading {
  readonly #calls: readonly unknown[]
  readonly #origin: symbol
  readonly #limits: ReadLimits
  readonly #numbers = new Map<unknown, number>()
  readonly #used = new Set<number>()
  readonly #seen = new Map<unknown, string>()
  readonly #imported = new Set<unknown>()
  readonly #objects: string[] = []
  readonly #faults: ToldFault[] = []
  #room: number
  #isFull = false

  constructor(calls: readonly unknown[], origin: symbol, limits: ReadLimits) {
    this.#calls = calls
    this.#origin = origin
    this.#limits = limits
    this.#room = limits.output
    for (let index = 0; index < calls.length; index++) this.#numbers.set(calls[index], index)
  }

  told(namespace: object, imported: object = {}): string {
    for (const key of textKeys(imported)) this.#walk(dataOf(imported, key), (value) => this.#imported.add(value))
    this.#walk(namespace, (value, root) => this.#root(value, root))
    const calls = this.#calls.slice(0, mostCalls).map((call, index) => this.#call(call, index))
    return `{"objects":[${this.#objects.join(',')}],"faults":${stringify(this.#faults)},"calls":${stringify(calls)}}`
  }

  /** Every export of a namespace, and every element of those that are lists. */
  #walk(namespace: unknown, visit: (value: unknown, root: Root) => void): void {
    const names = textKeys(namespace)
    const limit = this.#limits.exports
    const first = names[0] ?? 'default'
    if (names.length > limit)
      return this.#fault(
        { export: first },
        { code: 'exports-too-many', args: { count: names.length, limit }, path: [] },
      )
    for (const name of names) {
      const value = dataOf(namespace, name)
      if (!isArray(value)) visit(value, { export: name })
      else if (value.length > limit) this.#tooMany({ export: name })
      else for (let index = 0; index < value.length; index++) visit(dataOf(value, index), { export: name, index })
    }
  }

  #root(value: unknown, { ...root }: Root): void {
    const got = notManifest(value)
    if (got !== undefined) return this.#fault(root, { code: 'export-not-manifest', args: { got }, path: [] })
    const call = this.#numbers.get(dataOf(value, this.#origin))
    const from: Root = call === undefined ? root : { ...root, call }
    if (call !== undefined) this.#used.add(call)
    const first = this.#seen.get(value)
    if (this.#imported.has(value)) return this.#fault(from, { code: 're-exported', args: {}, path: [] })
    if (first !== undefined) return this.#fault(from, { code: 'exported-twice', args: { first }, path: [] })
    this.#seen.set(value, root.export.slice(0, longestName))
    if (this.#objects.length >= this.#limits.objects) return this.#tooMany(from)
    const json = this.#quickly(value as object) ?? this.#carefully(value, from)
    this.#room -= json.length
    this.#objects[this.#objects.length] = `{"root":${stringify(from)},"manifest":${json}}`
  }

  /** The engine's own JSON of what it writes as it is; `undefined` where that is not certain. */
  #quickly(value: object): string | undefined {
    if (!isPlain(value, hasOwn(value, this.#origin) ? 1 : 0)) return undefined
    const json = stringify(value)
    return json.length > this.#room || json.includes('"__proto__"') || json.includes('\\ud') ? undefined : json
  }

  #carefully(value: unknown, root: Root): string {
    return write(value, {
      limits: { ...this.#limits, output: this.#room },
      origin: this.#origin,
      fault: (fault) => this.#fault(root, fault),
    })
  }

  #tooMany(root: Root): void {
    if (!this.#isFull) this.#fault(root, { code: 'objects-too-many', args: { limit: this.#limits.objects }, path: [] })
    this.#isFull = true
  }

  #fault(root: Root, fault: ValueFault | ExportFault): void {
    if (this.#faults.length < mostFaults) this.#faults[this.#faults.length] = { ...root, ...fault }
  }

  /** Threat: the member can reach and change a call's object through its manifest. */
  #call(call: unknown, index: number): ToldCall {
    return {
      template: textOf(dataOf(call, 'template')),
      stack: textOf(dataOf(call, 'stack')),
      faults: this.#faultsOf(dataOf(call, 'faults')),
      exported: this.#used.has(index),
    }
  }

  #faultsOf(list: unknown): string {
    if (!isArray(list) || list.length === 0) return '[]'
    let broken = false
    const fault = (): void => void (broken = true)
    const json = write(list, { limits: { depth: 6, output: mostFaultText }, origin: this.#origin, fault })
    return broken ? '[]' : json
  }
}

function textKeys(holder: unknown): readonly string[] {
  return ownKeys(holder as object).filter((key) => typeof key === 'string')
}
