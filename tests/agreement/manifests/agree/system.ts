import type { JsonObject } from '../../../../scripts/model/json.ts'
import { without, type Agree } from '../make.ts'
import { eachContainer } from './each-container.ts'

/** A pod for one operating system says nothing of the other's. */
export const systemOf: Agree = (spec, draw) => {
  const { name } = (spec['os'] ?? {}) as JsonObject
  if (name === 'linux') return everySecurity(spec, (security) => without(security, 'windowsOptions'))
  if (name !== 'windows') return spec
  const windows = everySecurity(without(spec, 'hostUsers', 'shareProcessNamespace', 'hostPID', 'hostIPC'), (security) =>
    'windowsOptions' in security ? { windowsOptions: security['windowsOptions'] ?? {} } : {},
  )
  return draw.chance(0.3) ? onTheMachine(windows) : windows
}

/** Containers that are processes of the machine. */
function onTheMachine(spec: JsonObject): JsonObject {
  const alike = eachContainer(spec, (container) => without(container, 'securityContext', 'ports'))
  return { ...alike, hostNetwork: true, securityContext: { windowsOptions: { hostProcess: true } } }
}

function everySecurity(spec: JsonObject, change: (security: JsonObject) => JsonObject): JsonObject {
  const changed = (part: JsonObject): JsonObject =>
    'securityContext' in part ? { ...part, securityContext: change(part['securityContext'] as JsonObject) } : part
  return eachContainer(changed(spec), changed)
}
