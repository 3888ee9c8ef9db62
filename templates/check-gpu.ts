import lab from '#lab/config'
import { invalid, overLimit, unknownValue, type At } from './check.ts'
import { kindNames, kinds, kindWith, type Cards } from './gpu.ts'
import { near } from './near.ts'

/** `'2x24GB'`: count × kind. `0` is none. */
export function checkGpu(value: unknown, at: At): Cards | undefined {
  if (value === 0) return undefined
  const [, digits, name = ''] = typeof value === 'string' ? (/^(\d{1,4})x(.*)$/s.exec(value) ?? []) : []
  const count = Number(digits)
  if (digits === undefined) return unknownValue(at, value, kindNames, `1x${meant(value)}`)
  const kind = kinds.get(name)
  if (kind === undefined) return unknownValue(at, value, kindNames, `${count || 1}x${meant(name)}`)
  if (count === 0) return invalid(at, value, 'gpu-count')
  const { gpus, ...law } = interactive(at.template) ? lab.rules.session : lab.rules.job
  return count > gpus ? overLimit(at, `${count}`, `${gpus}`, law) : { count, kind }
}

/** Sessions and notebooks are bare pods, for which the cluster has limits of its own. */
export function interactive(template: string): boolean {
  return template === 'session' || template === 'notebook'
}

/** For `40GB` the next class or model that has it; else the kind that reads most like it. */
function meant(value: unknown): string {
  if (typeof value !== 'string') return '24GB'
  const [, gigabytes] = /^(\d{1,4}) ?gi?b?$/i.exec(value) ?? []
  return (gigabytes === undefined ? near(value, kindNames) : kindWith(Number(gigabytes))) ?? '24GB'
}
