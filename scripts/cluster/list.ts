import { itemsAt, textAt } from '../model/at.ts'
import { isObject } from '../model/json.ts'
import type { LiveObject } from '../model/world.ts'
import { ClusterError } from './cluster-error.ts'
import { listPath } from './collections.ts'
import type { Connection } from './connect.ts'
import type { Response } from './http.ts'
import { liveObject } from './live-object.ts'
import { readAgain } from './read-again.ts'
import { messageOf } from './status.ts'

const pageSize = 500
/** How often a list whose snapshot the server has forgotten is begun. */
const beginnings = 2

type Reader = Pick<Connection, 'exchange' | 'namespace'>

/**
 * All objects of a kind, as of one moment: without `resourceVersion`, which could be an old one, in pages of 500. `undefined` if that
 * could not be had. Throws `ClusterError` if we may not read them.
 */
export async function list(reader: Reader, kind: string): Promise<readonly LiveObject[] | undefined> {
  for (let begun = 0; begun < beginnings; begun += 1) {
    const found = await pages(reader, kind)
    if (found !== 'expired') return found
  }
  return undefined
}

async function pages(reader: Reader, kind: string): Promise<readonly LiveObject[] | 'expired' | undefined> {
  const found: LiveObject[] = []
  let next = ''
  do {
    const response = await page(reader, kind, next)
    if (response?.status === 410) return 'expired'
    if (response?.status !== 200) return undefined
    found.push(
      ...itemsAt(response.body, 'items')
        .filter(isObject)
        .map((item) => liveObject(kind, item)),
    )
    next = textAt(response.body, 'metadata', 'continue') ?? ''
  } while (next !== '')
  return found
}

async function page({ exchange, namespace }: Reader, kind: string, next: string): Promise<Response | undefined> {
  const query = { limit: String(pageSize), ...(next !== '' && { continue: next }) }
  const response = await readAgain(exchange, { method: 'GET', path: listPath(kind, namespace), query })
  if (response?.status === 401 || response?.status === 403)
    throw new ClusterError('list-refused', { kind, message: messageOf(response) })
  return response
}
