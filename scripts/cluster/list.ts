import { itemsAt, textAt } from '../model/at.ts'
import { isObject } from '../model/json.ts'
import type { LiveObject } from '../model/world.ts'
import { ClusterError } from './cluster-error.ts'
import { listPath } from './collections.ts'
import type { Connection } from './connect.ts'
import type { Request, Response } from './http.ts'
import { liveObject } from './live-object.ts'
import { readAgain } from './read-again.ts'
import { messageOf } from './status.ts'

/**
 * A page protects memory and nothing else: so many large pods (20 KB each) are still fewer bytes than an answer may have. With the
 * servers' usual 500 the requests of an apply with nothing to do would grow with the lab.
 */
const pageSize = 2500
/** How often a list whose snapshot the server has forgotten is begun. */
const beginnings = 2

type Reader = Pick<Connection, 'exchange' | 'namespace'>

/**
 * All objects of a kind, as of one moment: without `resourceVersion`, which could be an old one, in pages. `undefined` if that
 * could not be had. Throws `ClusterError` if we may not read them.
 */
export async function list(reader: Reader, kind: string, size = pageSize): Promise<readonly LiveObject[] | undefined> {
  for (let begun = 0; begun < beginnings; begun += 1) {
    const found = await pages(reader, kind, size)
    if (found !== 'expired') return found
  }
  return undefined
}

async function pages(
  reader: Reader,
  kind: string,
  size: number,
): Promise<readonly LiveObject[] | 'expired' | undefined> {
  const found: LiveObject[] = []
  let next = ''
  do {
    const query = { limit: String(size), ...(next !== '' && { continue: next }) }
    const response = await page(reader, kind, query)
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

async function page(
  { exchange, namespace }: Reader,
  kind: string,
  query: NonNullable<Request['query']>,
): Promise<Response | undefined> {
  const response = await readAgain(exchange, { method: 'GET', path: listPath(kind, namespace), query })
  if (response?.status === 401 || response?.status === 403)
    throw new ClusterError('list-refused', { kind, message: messageOf(response) })
  return response
}
