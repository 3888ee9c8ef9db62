import { isObject } from './json.ts'
import { markOf, type Manifest } from './manifest.ts'
import type { Commit } from './memory.ts'
import type { Key } from './object-key.ts'
import type { Wanted } from './desired.ts'
import type { Marks } from './world.ts'

export interface Marking {
  /** The lab's id: its namespace. */
  readonly lab: string
  readonly commit: Commit
}

/** The manifest with apply's marks as annotations of the object itself, never of its pod template. */
export function marked(wanted: Wanted, { lab, commit }: Marking): Manifest {
  const { manifest, key, owner, run, digest } = wanted
  const metadata = isObject(manifest['metadata']) ? manifest['metadata'] : {}
  const written = isObject(metadata['annotations']) ? metadata['annotations'] : {}
  const marks = {
    'lab/id': lab,
    'lab/key': key,
    'lab/owner': owner,
    'lab/run': String(run),
    'lab/digest': digest,
    'lab/commit': commit,
  }
  return { ...manifest, metadata: { ...metadata, annotations: { ...written, ...marks } } }
}

/** The marks of a live object, if it has all of them. They are hints: people and operators copy annotations. */
export function marksOf(manifest: Manifest): Marks | undefined {
  const [lab, key, owner, run, digest] = ['id', 'key', 'owner', 'run', 'digest'].map((mark) =>
    markOf(manifest, 'annotations', `lab/${mark}`),
  )
  if (lab === undefined || owner === undefined || !isKey(key) || !/^[1-9]\d{0,8}$/.test(run ?? '')) return undefined
  return { lab, key, owner, run: Number(run), ...(digest !== undefined && { digest }) }
}

function isKey(text: string | undefined): text is Key {
  return text !== undefined && /^[A-Za-z]+\/[^/]+$/.test(text)
}
