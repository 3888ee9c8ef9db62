import { join } from 'node:path'
import { fileCache, type Cache } from '../pipeline/cache.ts'
import { cacheFolder } from './cache-folder.ts'

/** Our own texts without their types, as this machine remembers them. */
export function strippedHere(): Cache {
  return fileCache(join(cacheFolder(process.env), 'stripped.tsv'), process.version)
}
