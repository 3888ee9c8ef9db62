import lab from '#lab/config'
import { inside, invalid, list, overLimit, record, text, type At, type Check } from './check.ts'
import { secretIntended } from './intended.ts'

const name = /^[A-Za-z_]\w{0,100}$/

const one: Check<string> = (value, at) =>
  typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))
    ? String(value)
    : invalid(at, value, 'variable-value')

const several: Check<readonly string[]> = (values, at) =>
  Array.isArray(values) && values.length > 0
    ? values.flatMap((value: unknown, index) => one(value, inside(at, index)) ?? [])
    : invalid(at, values, 'axis')

const axes = record(name, several, 'axes')

/** `{ SEED: 1 }` */
export const checkEnv = record(name, one, 'variables')

/** `['WANDB_API_KEY']` */
export const checkSecrets = list(text(/^[A-Z_][A-Z0-9_]{0,100}$/, 'secret-name', secretIntended), 'secrets')

/** `{ LR: [0.1, 0.01], SEED: [1, 2] }`: variables with their values; a list that lost all its values to faults is left out. */
export function checkOver(value: unknown, at: At): readonly (readonly [string, readonly string[]])[] | undefined {
  const found = axes(value, at)?.filter(([, values]) => values.length > 0)
  if (found === undefined) return undefined
  const { count, ...law } = lab.rules.completions
  const runs = found.reduce((product, [, values]) => product * values.length, 1)
  return runs > count ? overLimit(at, `${runs}`, `${count}`, law) : found
}
