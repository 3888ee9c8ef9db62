import { judgeApi } from '../../../scripts/judge/api/index.ts'
import { judgeSchema, withoutNulls } from '../../../scripts/judge/schema/index.ts'
import type { Fault } from '../../../scripts/model/finding.ts'
import type { Manifest } from '../../../scripts/model/manifest.ts'

/** What `lab` says to a manifest, without the lab's policy. */
export type Judge = (manifest: Manifest) => readonly Fault[]

/** The two layers that a real server is the judge of, as `lab validate` asks them. */
export const judge: Judge = (manifest) => {
  const shape = judgeSchema(manifest)
  return shape.length > 0 ? shape : judgeApi(withoutNulls(manifest))
}

/** Codes of what the server takes or hears otherwise, and the lab refuses by name. They are counted apart. */
export const labCodes = [
  'value-null',
  'class-decides',
  'cluster-ip-fixed',
  'devices-uncounted',
  'env-duplicate',
  'env-name-odd',
  'field-manager-odd',
  'silently-dropped',
  'field-missing',
] as const

export type LabCode = (typeof labCodes)[number]

/** Whether the server has nothing to do with it. A server told by its address which kind is meant needs no `kind`; `kubectl` does. */
export function isLabs({ code, law, path }: Fault): boolean {
  const untold = code === 'field-missing' && path.length === 1 && (path[0] === 'kind' || path[0] === 'apiVersion')
  return untold || (law?.by === 'lab' && labCodes.includes(code as LabCode))
}
