import { posix } from 'node:path'
import { fault, type Fault } from '../../../model/finding.ts'
import type { Path } from '../../../model/json.ts'
import { emptyDirs } from '../readings/empty-dirs.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

const system = ['/dev', '/proc', '/sys']
/** Where the option `code` puts the member's repository, and only it. */
const code = '/code'

/** A disk mounted over the system hides the system; `/dev/shm` is memory or nothing. */
export const mountPaths: Rule = ({ pod, containers }) => {
  if (pod === undefined) return []
  const media = new Map(emptyDirs(pod).map(({ name, medium }) => [name, medium]))
  return containers.flatMap(({ container, path }) =>
    (container.volumeMounts ?? []).flatMap(({ name, mountPath }, index) =>
      faultsIn(mountPath, media.get(name), [...path, 'volumeMounts', index, 'mountPath']),
    ),
  )
}

/** `medium` of the mounted `emptyDir`; `undefined` for a disk. */
function faultsIn(mountPath: string, medium: string | undefined, path: Path): readonly Fault[] {
  const clean = posix.normalize(mountPath).replace(/(?<=.)\/+$/, '')
  const law = labLaw
  if (!clean.startsWith('/')) return [fault('mount-relative', { mountPath }, path, { law })]
  if (clean === '/') return [fault('mount-over-root', { mountPath }, path, { law })]
  if (clean === '/dev/shm') return medium === 'Memory' ? [] : [fault('shm-not-memory', { mountPath }, path, { law })]
  if (system.some((folder) => isInside(clean, folder)))
    return [fault('mount-over-system', { mountPath }, path, { law })]
  if (isInside(clean, code) && medium === undefined) return [fault('mount-over-code', { mountPath }, path, { law })]
  return []
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
