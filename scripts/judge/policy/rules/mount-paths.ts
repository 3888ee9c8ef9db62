import { posix } from 'node:path'
import { fault, type Fault } from '../../../model/finding.ts'
import { remembered } from '../../../model/remembered.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

const system = ['/dev', '/proc', '/sys']
/** Where the option `code` puts the member's repository, and only it. */
const code = '/code'

/** A disk mounted over the system hides the system; `/dev/shm` is memory or nothing. */
export const mountPaths: Rule = ({ emptyDirs, containers }) => {
  const media = new Map(emptyDirs.map(({ name, medium }) => [name, medium]))
  return containers.flatMap(({ container, path }) =>
    (container.volumeMounts ?? []).flatMap(({ name, mountPath }, index): readonly Fault[] => {
      const wrong = wrongWith(mountPath, media.get(name))
      if (wrong === undefined) return []
      return [fault(wrong, { mountPath }, [...path, 'volumeMounts', index, 'mountPath'], { law: labLaw })]
    }),
  )
}

/** `medium` of the mounted `emptyDir`; `undefined` for a disk. */
function wrongWith(mountPath: string, medium: string | undefined) {
  const clean = cleaned(mountPath)
  if (!clean.startsWith('/')) return 'mount-relative'
  if (clean === '/') return 'mount-over-root'
  if (clean === '/dev/shm') return medium === 'Memory' ? undefined : 'shm-not-memory'
  if (system.some((folder) => isInside(clean, folder))) return 'mount-over-system'
  return isInside(clean, code) && medium === undefined ? 'mount-over-code' : undefined
}

const cleaned = remembered((path) => posix.normalize(path).replace(/(?<=.)\/+$/, ''))

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
