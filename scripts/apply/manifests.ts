import { digestOf } from '../model/digest.ts'
import type { Wanted } from '../model/desired.ts'
import { closed } from '../model/gate.ts'
import { isObject } from '../model/json.ts'
import { nameOf, type Manifest } from '../model/manifest.ts'
import { marked, type Marking } from '../model/marks.ts'
import { natureOf } from '../model/object-key.ts'

/** What is sent to make it: with apply's marks, and a run closed. */
export function manifestToMake(wanted: Wanted, marking: Marking): Manifest {
  const manifest = marked(wanted, marking)
  return natureOf(wanted.key) === 'run' ? closed(manifest) : manifest
}

/** Under a name that nobody has, of the same length: it is judged too. The server decides on it as on the real one (`apply.md` 4). */
export function underThrowawayName(manifest: Manifest): Manifest {
  const metadata = isObject(manifest['metadata']) ? manifest['metadata'] : {}
  return { ...manifest, metadata: { ...metadata, name: throwawayName(nameOf(manifest)) } }
}

function throwawayName(name: string): string {
  const letters = digestOf(`throw-away ${name}`)
  return `x${letters.repeat(Math.ceil(name.length / letters.length))}`.slice(0, name.length)
}
