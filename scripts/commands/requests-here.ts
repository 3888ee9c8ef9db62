import { globSync } from 'node:fs'
import { houseRoot } from './house-root.ts'

/** The requests of this checkout by name: `alice/dev`. */
export function requestsHere(): ReadonlySet<string> {
  const files = globSync('users/*/[!_]*.ts', { cwd: houseRoot })
  return new Set(files.map((file) => file.slice('users/'.length, -'.ts'.length)))
}
