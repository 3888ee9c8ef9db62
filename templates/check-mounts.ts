import { badKey, inside, invalid, type At } from './check.ts'
import { pathIntended } from './intended.ts'
import { isRecord } from './plain.ts'

/** One disk at one path. */
export interface Mounted {
  readonly path: string
  readonly claim: string
  readonly readOnly: boolean
  /** `undefined` where only its name is known: somebody else's. */
  readonly spec: { readonly storageClassName?: string } | undefined
}

const pathPattern = /^(\/[\w.@+-]{1,100})+$/
const closed = ['/dev', '/code', '/proc', '/sys']
const claimPattern = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** `{ '/data': data }` */
export function checkMounts(value: unknown, at: At): readonly Mounted[] | undefined {
  if (!isRecord(value)) return invalid(at, value, 'mounts')
  return Object.entries(value).flatMap(([path, one]) => {
    const disk = checkDisk(one, inside(at, path))
    if (!goodPath(path)) return badKey(at, path, 'path', pathIntended(path)) ?? []
    return disk === undefined ? [] : [{ ...disk, path }]
  })
}

/** A claim: what `volume`, `shared` or `readOnly` gave, or one written by hand. */
export function checkDisk(value: unknown, at: At): Omit<Mounted, 'path'> | undefined {
  const disk = isRecord(value) && value['kind'] === 'PersistentVolumeClaim' ? value : {}
  const claim = isRecord(disk['metadata']) ? disk['metadata']['name'] : undefined
  if (typeof claim !== 'string') return invalid(at, value, 'disk')
  if (!claimPattern.test(claim)) return invalid(at, claim, 'disk-name')
  return { claim, readOnly: disk['readOnly'] === true, spec: specOf(disk['spec']) }
}

function specOf(spec: unknown): Mounted['spec'] {
  if (!isRecord(spec)) return undefined
  const { storageClassName } = spec
  return typeof storageClassName === 'string' ? { storageClassName } : {}
}

function goodPath(path: string): boolean {
  const steps = path.split('/')
  const isClosed = closed.some((top) => path === top || path.startsWith(`${top}/`))
  return pathPattern.test(path) && !steps.includes('.') && !steps.includes('..') && !isClosed
}
