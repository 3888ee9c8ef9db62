import { fault, type Fault } from '../../../model/finding.ts'
import { isObject, pathText, type Json, type Path } from '../../../model/json.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

const drops: Readonly<Record<string, (value: Json) => boolean>> = {
  privileged: (value) => value === true,
  allowPrivilegeEscalation: (value) => value === true,
  procMount: (value) => value !== 'Default',
  sysctls: (value) => Array.isArray(value) && value.length > 0,
  seccompProfile: isUnconfined,
  appArmorProfile: isUnconfined,
  seLinuxOptions: () => true,
}

/** Nothing in a container may reach further than the container: what would weaken its walls is refused, by Pod and by container. */
export const noPrivileges: Rule = ({ pod, containers }) => {
  if (pod === undefined) return []
  return [
    ...faultsIn(pod.spec.securityContext, [...pod.path, 'spec', 'securityContext']),
    ...containers.flatMap(({ container, path }) => faultsIn(container.securityContext, [...path, 'securityContext'])),
  ]
}

function faultsIn(securityContext: unknown, path: Path): readonly Fault[] {
  const context = securityContext as Json | undefined
  if (!isObject(context)) return []
  const paths: readonly Path[] = [
    ...Object.keys(drops)
      .filter((field) => context[field] !== undefined && drops[field]?.(context[field]))
      .map((field) => [...path, field]),
    ...added(context['capabilities']).map((_, index) => [...path, 'capabilities', 'add', index]),
  ]
  return paths.map((at) => fault('privileged', { field: pathText(at) }, at, { law: labLaw }))
}

function added(capabilities: Json | undefined): readonly Json[] {
  const add = isObject(capabilities) ? capabilities['add'] : undefined
  return Array.isArray(add) ? (add as readonly Json[]) : []
}

function isUnconfined(profile: Json): boolean {
  return isObject(profile) && profile['type'] !== 'RuntimeDefault'
}
