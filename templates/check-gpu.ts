import lab from '#lab/config'
import { meant } from '../scripts/model/meant.ts'
import { invalid, overLimit, unknownValue, type At } from './check.ts'
import { kindNames, kinds, kindWith, type Cards } from './gpu.ts'

/** `'2x24GB'`: count × kind. `0` is none. */
export function checkGpu(value: unknown, at: At): Cards | undefined {
  if (value === 0) return undefined
  const [, digits, name = ''] = typeof value === 'string' ? (/^(\d{1,4})x(.*)$/s.exec(value) ?? []) : []
  const count = Number(digits)
  if (digits === undefined) return unknownValue(at, value, kindNames, `${countMeant(value)}x${kindMeant(value)}`)
  const kind = kinds.get(name)
  if (kind === undefined) return unknownValue(at, value, kindNames, `${count || 1}x${kindMeant(name)}`)
  if (count === 0) return invalid(at, value, 'gpu-count')
  const { gpus, ...law } = interactive(at.template) ? lab.rules.session : lab.rules.job
  return count > gpus ? overLimit(at, `${count}`, `${gpus}`, law) : { count, kind }
}

/** Sessions and notebooks are bare pods, for which the cluster has limits of its own. */
export function interactive(template: string): boolean {
  return template === 'session' || template === 'notebook'
}

/** `2` cards of any kind. */
function countMeant(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 100 ? value : 1
}

/** For `40GB` the next class or model that has it; else the kind that reads most like it. */
function kindMeant(value: unknown): string {
  if (typeof value !== 'string') return '24GB'
  const [, gigabytes] = /^(\d{1,4}) ?gi?b?$/i.exec(value) ?? []
  return (gigabytes === undefined ? meant(value, kindNames) : kindWith(Number(gigabytes))) ?? '24GB'
}
