import type { LimitRange, Namespace, ResourceQuota } from 'kubernetes-types/core/v1.js'
import type { Lab } from '../../../scripts/model/lab.ts'
import { plainNamespace, underRules } from './names.ts'
import { closed, systemClasses } from './priority-classes.ts'

/** The lab's namespace as Nautilus keeps it, and one that knows only Kubernetes. */
export function namespaces(lab: Lab): readonly Namespace[] {
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: lab.namespace, labels: underRules } },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: plainNamespace } },
  ]
}

/** Cards that need a form or are nobody's are none, except for work that any other may push aside; classes are closed by a quota of no pods. */
export function quotas(lab: Lab): readonly ResourceQuota[] {
  const rare = Object.values(lab.gpus).flatMap(({ access, resource }) => (access && resource ? [resource] : []))
  const hard = Object.fromEntries(rare.map((resource) => [`requests.${resource}`, '0']))
  return [
    quota(lab, 'gpus', hard, 'NotIn', lab.rules.priority.preemptible),
    quota(lab, 'high-priority-ban', { pods: '0' }, 'In', [...Object.keys(closed.high), ...systemClasses]),
    quota(lab, 'low-priority-ban', { pods: '0' }, 'In', Object.keys(closed.low)),
  ]
}

function quota(
  { namespace }: Lab,
  name: string,
  hard: Readonly<Record<string, string>>,
  operator: 'In' | 'NotIn',
  classes: readonly string[],
): ResourceQuota {
  const scope = { scopeName: 'PriorityClass', operator, values: [...classes] }
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name, namespace },
    spec: { hard, scopeSelector: { matchExpressions: [scope] } },
  }
}

/** Only scratch space has a default here: with one for memory as well, no missing limit would ever be refused. */
export function limitRange(lab: Lab): LimitRange {
  const scratch = { 'ephemeral-storage': lab.rules.scratch.size }
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'scratch', namespace: lab.namespace },
    spec: { limits: [{ type: 'Container', default: scratch, defaultRequest: scratch }] },
  }
}
