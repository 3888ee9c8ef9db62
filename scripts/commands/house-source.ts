import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { houseRoot } from './house-root.ts'

const own = /^(?:lab\.config\.ts|grants\/[\w.-]+\.json)$/

/** The text of a file that the admins own; `undefined` for any other name. */
export function houseSource(file: string): string | undefined {
  return own.test(file) ? readFileSync(join(houseRoot, file), 'utf8') : undefined
}
