import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { OpenApiSource } from './open-api.ts'

/** A folder named after the release, `v1.33.13`, with a file for each group: `api_v1.json`, `apis_batch_v1.json`. */
export function folderSource(folder: string): OpenApiSource {
  return {
    release: async () => basename(resolve(folder)),
    document: (group) => readFile(join(folder, `${group.replaceAll('/', '_')}.json`), 'utf8'),
  }
}
