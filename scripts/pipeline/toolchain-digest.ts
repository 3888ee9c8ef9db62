import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const judges = [
  'package-lock.json',
  'lab.config.ts',
  'templates/*.ts',
  'scripts/**/*.ts',
  'schemas/**/*.mjs',
  'grants/*.json',
]

/** A digest of everything that judges, this Node included: whatever changes a verdict changes it. */
export function toolchainDigest(houseRoot: string): string {
  const digest = createHash('sha256').update(process.version)
  for (const file of globSync(judges, { cwd: houseRoot }).sort())
    digest.update(file).update(readFileSync(join(houseRoot, file)))
  return digest.digest('base64url')
}
