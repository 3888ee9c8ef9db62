import type { Thing } from '../../model/card.ts'
import type { Key } from '../../model/object-key.ts'
import { code } from '../code.ts'
import { shortName } from '../plan/thing.ts'

/** What is left of a run's files when it ends. */
export function keptLine(thing: Thing, request: string): readonly string[] {
  if (!('mounts' in thing)) return []
  const [member = ''] = request.split('/')
  const writable = thing.mounts.filter(({ readOnly }) => !readOnly)
  const read = thing.mounts.filter(({ readOnly }) => readOnly)
  const told = (mounts: typeof writable): string =>
    mounts
      .map(
        ({ path, disk }) => `${code(path)} (disk ${code(shortName(`PersistentVolumeClaim/${disk}` as Key, member))})`,
      )
      .join(', ')
  const kept =
    writable.length === 0
      ? 'Kept when it ends: nothing, it has no disk to write to.'
      : `Kept when it ends: ${told(writable)}. **Lost:** all else that is written in it.`
  return [`${kept}${read.length === 0 ? '' : ` Only read: ${told(read)}.`}`]
}
