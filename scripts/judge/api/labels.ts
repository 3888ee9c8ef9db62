import { all, each, fields, isEmpty, join, none, refuse, type Check } from './check.ts'
import { below } from './at.ts'
import { lowered, qualifiedName, text } from './texts.ts'
import type { LabelSelector, LabelSelectorRequirement } from 'kubernetes-types/meta/v1.js'

export type Marks = Readonly<Record<string, string>>

const value = text('label-value')
const annotationsLimit = 256 * 1024

/** Keys and values that can be selected by. The server names the place of the whole list only. */
export const labels: Check<Marks> = (marks, at, around) => {
  let found = none
  for (const [key, text_] of Object.entries(marks)) {
    found = join(found, join(qualifiedName(key, at, around), value(text_, at, around)))
  }
  return found
}

/** Annotations: keys like those of labels, in either case; any values, up to a total. Source: apimachinery `ValidateAnnotations`. */
export const annotations: Check<Marks> = (marks, at, around) => {
  let found = none
  let size = 0
  for (const [key, text_] of Object.entries(marks)) {
    found = join(found, qualifiedName(lowered(key), at, around))
    size += Buffer.byteLength(key) + Buffer.byteLength(text_)
  }
  const limit = annotationsLimit
  return size > limit ? join(found, refuse('too-large', { size, limit, unit: 'bytes' }, at)) : found
}

/** How many values each operator of a selector takes. */
const takesValues: Readonly<Record<string, boolean>> = { In: true, NotIn: true, Exists: false, DoesNotExist: false }

const operatorAndValues: Check<LabelSelectorRequirement> = ({ operator, values }, at) => {
  const takes = Object.hasOwn(takesValues, operator ?? '') ? takesValues[operator] : undefined
  if (takes === undefined)
    return refuse(
      'operator-unknown',
      { operator: operator ?? '', allowed: Object.keys(takesValues) },
      below(at, 'operator'),
    )
  if (takes && isEmpty(values)) return refuse('value-required', { field: 'values' }, below(at, 'values'))
  if (takes || isEmpty(values)) return none
  return refuse('field-forbidden', { field: 'values', because: 'operator-takes-none' }, below(at, 'values'))
}

/** What picks objects by their labels. */
export const labelSelector: Check<LabelSelector> = fields<LabelSelector>({
  matchLabels: labels,
  matchExpressions: each(
    all<LabelSelectorRequirement>(
      operatorAndValues,
      fields<LabelSelectorRequirement>({ key: qualifiedName, values: each(value) }),
    ),
  ),
})
