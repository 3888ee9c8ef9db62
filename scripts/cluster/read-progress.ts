import type { LiveObject } from '../model/world.ts'
import type { Connection } from './connect.ts'
import { NoAnswer } from './http.ts'
import { list } from './list.ts'

const kinds = ['Pod', 'Job', 'PersistentVolumeClaim', 'Event']

/** What waiting looks at: four lists, however many runs there are. Fails as `readWorld` does. */
export async function readProgress(connection: Connection): Promise<readonly LiveObject[]> {
  const lists = await Promise.all(kinds.map((kind) => list(connection, kind)))
  return lists.flatMap((found, index) => {
    if (found === undefined) throw new NoAnswer(`the list of ${kinds[index]} objects could not be read`)
    return found
  })
}
