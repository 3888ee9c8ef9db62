import type {
  MatchCondition,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
  Validation,
  Variable,
} from 'kubernetes-types/admissionregistration/v1.js'
import { underRules } from './names.ts'

/** One no of the cluster's, where the server asks CEL before it keeps an object. */
export interface Law {
  readonly name: string
  /** Whose creation it judges: `['apps', 'daemonsets']`. */
  readonly on: readonly [group: string, resource: string]
  readonly when?: readonly MatchCondition[]
  readonly variables?: readonly Variable[]
  readonly must: readonly Validation[]
  /** It only warns. */
  readonly warns?: true
}

export function policy({ name, on, when, variables, must }: Law): ValidatingAdmissionPolicy {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name },
    spec: {
      matchConstraints: { resourceRules: [creationOf(on)] },
      ...(when && { matchConditions: [...when] }),
      ...(variables && { variables: [...variables] }),
      validations: must.map((validation) => ({ reason: 'Forbidden', ...validation })),
    },
  }
}

function creationOf([group, resource]: Law['on']): object {
  return { apiGroups: [group], apiVersions: ['v1'], operations: ['CREATE'], resources: [resource] }
}

export function binding({ name, warns }: Law): ValidatingAdmissionPolicyBinding {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: { name },
    spec: {
      policyName: name,
      validationActions: [warns ? 'Warn' : 'Deny'],
      matchResources: { namespaceSelector: { matchLabels: underRules } },
    },
  }
}
