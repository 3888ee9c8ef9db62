import { meant } from '../scripts/model/meant.ts'
import { inside, invalid, say, type At } from './check.ts'
import { containerFields, podFields, type Patch } from './options.ts'
import { isRecord } from './plain.ts'

const open = { pod: podFields, container: containerFields } as const

/** Fields that have an option, and its name. */
const options: Readonly<Record<string, string>> = {
  activeDeadlineSeconds: 'hours',
  args: 'command',
  command: 'command',
  env: 'env',
  image: 'image',
  initContainers: 'code',
  ports: 'ports',
  resources: 'gpu, cpu, memory, scratch',
  restartPolicy: 'retries',
  volumeMounts: 'mounts',
  volumes: 'mounts',
}

/** The closed list of fields that may be laid over the template's own. */
export function checkPatch(value: unknown, at: At): Patch | undefined {
  if (!isRecord(value)) return invalid(at, value, 'patch')
  const parts = Object.entries(value).flatMap(([part, fields]) => {
    const place = inside(at, part)
    if (part !== 'pod' && part !== 'container') return invalid(place, part, 'patch') ?? []
    return isRecord(fields)
      ? [[part, checkFields(part, fields, place)]]
      : (invalid(place, fields, 'patch-fields') ?? [])
  })
  return Object.fromEntries(parts)
}

function checkFields(part: keyof typeof open, fields: Readonly<Record<string, unknown>>, at: At): object {
  const known: readonly string[] = open[part]
  const kept = Object.entries(fields).filter(([field, value]) => {
    const place = inside(at, field)
    if (!known.includes(field)) return closedField(place, field, known) !== undefined
    return isData(value) || invalid(place, value, 'data') !== undefined
  })
  return Object.fromEntries(kept)
}

function closedField(at: At, field: string, known: readonly string[]): undefined {
  const has = Object.hasOwn(options, field) ? options[field] : undefined
  const guess = has === undefined ? meant(field, known) : undefined
  const hint = { ...(has !== undefined && { has }), ...(guess !== undefined && { near: guess }) }
  return say(at, 'patch-closed', { open: known, ...hint })
}

function isData(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isData)
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}
