import { isObject, type JsonObject } from './json.ts'
import { kindOf, type Manifest } from './manifest.ts'

/** The scheduling gate that keeps a Pod from every node until its UID is remembered. */
export const launchGate = 'lab/launch'

/**
 * The run as it is first made: it takes no node and starts no clock (`apply.md` 4). Throws for a kind that has no gate, since such a
 * run could start twice.
 */
export function closed(manifest: Manifest): Manifest {
  const spec = specOf(manifest)
  switch (kindOf(manifest)) {
    case 'Pod':
      return { ...manifest, spec: { ...spec, schedulingGates: [...gatesOf(spec), { name: launchGate }] } }
    case 'Job':
      return { ...manifest, spec: { ...spec, suspend: true } }
    default:
      throw new Error(`${kindOf(manifest)} has no gate`)
  }
}

/** Also true of a Job that somebody suspended by hand; whether it was ever opened, the record says. */
export function isClosed(manifest: Manifest): boolean {
  const spec = specOf(manifest)
  if (kindOf(manifest) === 'Job') return spec['suspend'] === true
  return kindOf(manifest) === 'Pod' && gatesOf(spec).some(isOurs)
}

/** The merge patch that starts a closed run. Gates of others stay shut. */
export function opening(live: Manifest): JsonObject {
  if (kindOf(live) === 'Job') return { spec: { suspend: false } }
  return { spec: { schedulingGates: gatesOf(specOf(live)).filter((gate) => !isOurs(gate)) } }
}

function specOf(manifest: Manifest): JsonObject {
  return isObject(manifest['spec']) ? manifest['spec'] : {}
}

function gatesOf(spec: JsonObject): readonly JsonObject[] {
  const gates = spec['schedulingGates']
  return Array.isArray(gates) ? gates.filter(isObject) : []
}

function isOurs(gate: JsonObject): boolean {
  return gate['name'] === launchGate
}
