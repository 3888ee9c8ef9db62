import type { LabelSelector } from 'kubernetes-types/meta/v1.js'
import type { Marks } from './labels.ts'

/** Whether a selector picks something with these labels; an empty one picks all. Source: apimachinery `LabelSelectorAsSelector`. */
export function matches({ matchLabels = {}, matchExpressions = [] }: LabelSelector, labels: Marks): boolean {
  const valueOf = (key: string) => (Object.hasOwn(labels, key) ? labels[key] : undefined)
  const equal = Object.entries(matchLabels).every(([key, value]) => valueOf(key) === value)
  return (
    equal &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      const value = valueOf(key)
      if (operator === 'Exists') return value !== undefined
      if (operator === 'DoesNotExist') return value === undefined
      const among = value !== undefined && values.includes(value)
      return operator === 'In' ? among : !among
    })
  )
}

/** Whether a selector names a key. */
export const selectorHas = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector, key: string): boolean =>
  Object.hasOwn(matchLabels, key) || matchExpressions.some((expression) => expression.key === key)
