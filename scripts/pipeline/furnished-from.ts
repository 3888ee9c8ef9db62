import { hash } from 'node:crypto'
import { furnish, stripHere, type Furnished } from '../evaluate/index.ts'
import type { House } from '../model/request.ts'
import type { Cache } from './cache.ts'

/** The sandbox's furniture; a text of ours is stripped of its types only when the cache does not know it: loading the stripper takes longer than using it. */
export function furnishedFrom(house: House, cache: Cache): Furnished {
  const used = new Map<string, string>()
  const furnished = furnish(house, {}, (text) => {
    const key = hash('sha256', text, 'base64url')
    const json = cache.get(key) ?? JSON.stringify(stripHere(text))
    used.set(key, json)
    return JSON.parse(json) as string
  })
  cache.keep(used)
  return furnished
}
