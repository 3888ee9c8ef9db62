/** kwok plays kubelet by stages: what is chosen by a jq expression happens to an object after a delay. */
export interface Stage {
  readonly apiVersion: 'kwok.x-k8s.io/v1alpha1'
  readonly kind: 'Stage'
  readonly metadata: { readonly name: string }
  readonly spec: {
    readonly resourceRef: { readonly apiGroup: string; readonly kind: string }
    readonly selector: { readonly matchExpressions: readonly { readonly jq: Choice }[] }
    readonly delay?: { readonly durationFrom: { readonly jq: { readonly expression: string } } }
    readonly steps: readonly Step[]
  }
}

interface Choice {
  readonly key: string
  readonly operator: 'In'
  readonly values: readonly string[]
}

/** Templates are Go's, over the object. */
export type Step =
  | { readonly event: { readonly type: 'Normal' | 'Warning'; readonly reason: string; readonly message: string } }
  | { readonly patch: { readonly root?: 'status'; readonly subresource?: 'status'; readonly template: string } }
  | { readonly apply: { readonly template: string; readonly type: 'merge' } }
  | { readonly delete: true }

export interface StageOf {
  readonly name: string
  /** `v1`, `apps/v1`. */
  readonly group: string
  readonly kind: string
  /** jq: true, or the name in `is`. */
  readonly when: string
  readonly is?: string
  /** jq: how long from now, `1.5s`. */
  readonly delay?: string
  readonly steps: readonly Step[]
}

export function stage({ name, group, kind, when, is = 'true', delay, steps }: StageOf): Stage {
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'Stage',
    metadata: { name },
    spec: {
      resourceRef: { apiGroup: group, kind },
      selector: { matchExpressions: [{ jq: { key: when, operator: 'In', values: [is] } }] },
      ...(delay !== undefined && { delay: { durationFrom: { jq: { expression: delay } } } }),
      steps,
    },
  }
}

export function status(template: string): Step {
  return { patch: { root: 'status', subresource: 'status', template } }
}

export function event(reason: string, message: string): Step {
  return { event: { type: 'Normal', reason, message } }
}

export function warning(reason: string, message: string): Step {
  return { event: { type: 'Warning', reason, message } }
}
