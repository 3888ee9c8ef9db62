import { tamed } from '../tamed.ts'
import { isObject, type JsonObject } from '../../model/json.ts'

/** A step's evidence as a sentence may use it: foreign texts are made visible and hold no backtick. */
export interface Evidence {
  /** `?` where it is missing. */
  readonly text: (name: string) => string
  readonly count: (name: string) => number
  readonly list: (name: string) => readonly string[]
  readonly is: (name: string) => boolean
  readonly has: (name: string) => boolean
  readonly inside: (name: string) => Evidence
}

export function evidenceOf(args: JsonObject): Evidence {
  const safe = tamed(args) as JsonObject
  const value = (name: string) => (Object.hasOwn(safe, name) ? safe[name] : undefined)
  return {
    text: (name) => {
      const found = value(name)
      return typeof found === 'string' || typeof found === 'number' ? String(found) : '?'
    },
    count: (name) => Number(value(name) ?? 0),
    list: (name) => {
      const found = value(name)
      return Array.isArray(found) ? found.map(String) : []
    },
    is: (name) => value(name) === true,
    has: (name) => value(name) !== undefined && value(name) !== null,
    inside: (name) => {
      const found = value(name)
      return evidenceOf(isObject(found) ? found : {})
    },
  }
}
