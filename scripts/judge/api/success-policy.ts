import type { SuccessPolicy, SuccessPolicyRule } from 'kubernetes-types/batch/v1.js'
import { below } from './at.ts'
import { all, each, fields, needs, none, join, refuse, type Check } from './check.ts'

const mostRules = 20
const longestIndexes = 64 * 1024

/** How many indexes a text like `1,3-5` names; they go up, and stay below the number of completions. Go reads `+1` as a number too. */
function countIndexes(text: string, completions: number): number | undefined {
  if (text === '') return 0
  let last = -1
  let count = 0
  for (const interval of text.split(',')) {
    const [, from = '', to] = /^(\+?[0-9]+)(?:-(\+?[0-9]+))?$/.exec(interval) ?? []
    const [first, end] = [Number(from), Number(to ?? from)]
    if (from === '' || first <= last || (to !== undefined && end <= first) || end >= completions) return undefined
    count += end - first + 1
    last = end
  }
  return count
}

const rule: Check<SuccessPolicyRule, number> = ({ succeededCount, succeededIndexes }, at, completions) => {
  if (succeededCount === undefined && succeededIndexes === undefined) {
    return refuse('one-of-required', { fields: ['succeededCount', 'succeededIndexes'] }, at)
  }
  const listed = succeededIndexes === undefined ? completions : countIndexes(succeededIndexes, completions)
  const place = below(at, 'succeededIndexes')
  const size = succeededIndexes?.length ?? 0
  const long =
    size > longestIndexes ? refuse('too-large', { size, limit: longestIndexes, unit: 'characters' }, place) : none
  const read =
    listed === undefined
      ? join(long, refuse('value-malformed', { value: succeededIndexes ?? '', form: 'indexes' }, place))
      : long
  const max = Math.min(listed ?? completions, completions)
  if (succeededCount === undefined || (succeededCount >= 0 && succeededCount <= max)) return read
  return join(read, refuse('out-of-range', { value: succeededCount, min: 0, max }, below(at, 'succeededCount')))
}

const rulesFit: Check<readonly SuccessPolicyRule[]> = (rules, at) =>
  rules.length > mostRules ? refuse('too-many', { count: rules.length, limit: mostRules }, at) : none

/** When an indexed Job has succeeded though not all of it has. Source: pkg/apis/batch/validation `validateSuccessPolicy`. */
export const successPolicy: Check<SuccessPolicy, number> = all<SuccessPolicy, number>(
  needs<SuccessPolicy>('rules'),
  fields<SuccessPolicy, number>({ rules: all(rulesFit, each(rule)) }),
)
