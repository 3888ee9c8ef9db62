import type { NotData } from '../../model/codes/evaluate.ts'
import { classOf } from './data-of.ts'
import type { ReadLimits, ValueFault } from './told.ts'

const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect
const { stringify } = JSON

export interface Writing {
  readonly limits: Pick<ReadLimits, 'depth' | 'output'>
  /** The symbol under which a template leaves its call: no data, and no fault. */
  readonly origin: symbol
  readonly fault: (fault: ValueFault) => void
}

/**
 * A value as JSON text. Everything that JSON would drop, alter or run code for is told as a fault instead; only properties that are
 * `undefined` are left out, as JSON and kubectl do. Threat: the value is a member's. No getter, `toJSON` or iterator of theirs is called.
 */
export function write(value: unknown, writing: Writing): string {
  const writer = new Writer(writing)
  try {
    writer.value(value)
    return writer.text()
  } catch (reason) {
    if (reason !== full) throw reason
    writing.fault({ code: 'output-too-large', args: { limit: writing.limits.output }, path: [] })
    return 'null'
  }
}

const full = {}

type Refusal = ValueFault extends infer F ? (F extends unknown ? Omit<F, 'path'> : never) : never

/** Parts are joined in bunches: the engine takes minutes over text that was put together from very many pieces. */
const bunch = 500

class Writer {
  readonly #bunches: string[] = []
  readonly #parts: string[] = []
  readonly #writing: Writing
  readonly #path: (string | number)[] = []
  readonly #open: object[] = []
  #size = 0

  constructor(writing: Writing) {
    this.#writing = writing
  }

  text(): string {
    this.#join()
    return this.#bunches.join('')
  }

  value(value: unknown): void {
    if (typeof value === 'string') this.#text(value)
    else if (typeof value === 'number') this.#number(value)
    else if (typeof value === 'boolean' || value === null) this.#put(`${value}`)
    else if (typeof value === 'object') this.#holder(value)
    else this.#refuse(typeof value as NotData)
  }

  #text(text: string): void {
    if (text.isWellFormed()) this.#put(stringify(text))
    else this.#fault({ code: 'text-broken', args: {} })
  }

  #number(value: number): void {
    if (value - value !== 0) this.#refuse(`${value}` as NotData)
    else if (value === 0 && 1 / value < 0) this.#refuse('-0')
    else this.#put(`${value}`)
  }

  #holder(value: object): void {
    const { depth } = this.#writing.limits
    if (this.#open.includes(value)) return this.#fault({ code: 'value-cyclic', args: {} })
    if (this.#open.length >= depth) return this.#fault({ code: 'value-too-deep', args: { limit: depth } })
    this.#open[this.#open.length] = value
    const prototype = getPrototypeOf(value)
    if (Array.isArray(value) && prototype === Array.prototype) this.#list(value)
    else if (prototype === Object.prototype || prototype === null) this.#object(value)
    else this.#fault({ code: 'value-instance', args: { class: classOf(value) } })
    this.#open.length -= 1
  }

  #list(list: readonly unknown[]): void {
    const { length } = list
    const elements = ownKeys(list).length - 1
    if (elements < length) return this.#fault({ code: 'list-hole', args: {} })
    if (elements > length) return this.#refuse('list-property')
    this.#put('[')
    for (let index = 0; index < length; index++) {
      if (index > 0) this.#put(',')
      this.#property(index, getOwnPropertyDescriptor(list, index))
    }
    this.#put(']')
  }

  #object(object: object): void {
    const keys = ownKeys(object)
    let separator = ''
    this.#put('{')
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index]
      if (key === undefined || key === this.#writing.origin) continue
      const property = getOwnPropertyDescriptor(object, key)
      if (isLeftOut(property)) continue
      this.#put(separator)
      this.#key(key)
      this.#property(typeof key === 'symbol' ? (key.description ?? 'Symbol()') : key, property)
      separator = ','
    }
    this.#put('}')
  }

  #key(key: string | symbol): void {
    this.#put(typeof key === 'symbol' || !key.isWellFormed() ? '"":' : `${stringify(key)}:`)
    if (typeof key === 'symbol') this.#told('symbol-key')
    else if (key === '__proto__') this.#told('proto-key')
    else if (!key.isWellFormed()) this.#tell({ code: 'text-broken', args: {} })
  }

  #property(key: string | number, property: PropertyDescriptor | undefined): void {
    this.#path[this.#path.length] = key
    if (property?.get !== undefined || property?.set !== undefined) this.#refuse('getter')
    else if (property?.enumerable === false) this.#refuse('hidden')
    else this.value(property?.value)
    this.#path.length -= 1
  }

  #refuse(got: NotData): void {
    this.#fault({ code: 'value-not-data', args: { got } })
  }

  #told(got: NotData): void {
    this.#tell({ code: 'value-not-data', args: { got } })
  }

  #fault(refusal: Refusal): void {
    this.#tell(refusal)
    this.#put('null')
  }

  #tell(refusal: Refusal): void {
    this.#writing.fault({ ...refusal, path: this.#path.slice() })
  }

  #put(text: string): void {
    this.#size += text.length
    if (this.#size > this.#writing.limits.output) throw full
    this.#parts[this.#parts.length] = text
    if (this.#parts.length === bunch) this.#join()
  }

  #join(): void {
    this.#bunches[this.#bunches.length] = this.#parts.join('')
    this.#parts.length = 0
  }
}

/** A property that is `undefined`. */
function isLeftOut(property: PropertyDescriptor | undefined): boolean {
  return property?.value === undefined && property?.get === undefined && property?.set === undefined
}
