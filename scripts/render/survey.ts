import { Buffer } from 'node:buffer'
import { closeSync, fstatSync, openSync, readdirSync, readSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { hasHeader } from './header.ts'

/** How each path of an output folder stands to what is wanted there; paths as `alice/dev.yaml`. */
export interface Survey {
  /** Wanted, and already there byte for byte. */
  readonly same: ReadonlySet<string>
  /** Ours, and no longer wanted. */
  readonly gone: readonly string[]
  /** Not ours. */
  readonly foreign: ReadonlySet<string>
}

type Standing = 'same' | 'ours' | 'foreign'

const headerBytes = 4096

/** Looks and touches nothing. Only real folders are entered and only real files are read: a link is foreign, wherever it points. */
export function survey(out: string, wanted: ReadonlyMap<string, Buffer>): Survey {
  const standings = readdirSync(out, { withFileTypes: true }).flatMap((entry) => lookAt(out, entry, wanted))
  const those = (standing: Standing) => standings.filter(([, is]) => is === standing).map(([path]) => path)
  return {
    same: new Set(those('same')),
    gone: those('ours').filter((path) => !wanted.has(path)),
    foreign: new Set(those('foreign')),
  }
}

function lookAt(
  out: string,
  entry: Dirent,
  wanted: ReadonlyMap<string, Buffer>,
): readonly (readonly [string, Standing])[] {
  if (!entry.isDirectory()) return [[entry.name, 'foreign']]
  return readdirSync(join(out, entry.name), { withFileTypes: true }).map((file) => {
    const path = `${entry.name}/${file.name}`
    return [path, file.isFile() ? standingOf(join(out, path), wanted.get(path)) : 'foreign'] as const
  })
}

function standingOf(path: string, content: Buffer | undefined): Standing {
  const file = openSync(path, 'r')
  try {
    const size = fstatSync(file).size
    const whole = size === content?.length
    const buffer = Buffer.allocUnsafe(whole ? size : Math.min(size, headerBytes))
    const found = buffer.subarray(0, readSync(file, buffer))
    if (whole && content.equals(found)) return 'same'
    return hasHeader(found.toString('utf8')) ? 'ours' : 'foreign'
  } finally {
    closeSync(file)
  }
}
