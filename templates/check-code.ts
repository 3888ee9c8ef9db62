import { inside, invalid, missing, text, unknownOption, type At } from './check.ts'
import { isRecord } from './plain.ts'

export interface Clone {
  readonly repo: string
  readonly ref: string
}

const checks = {
  repo: text(/^[\w.-]{1,100}\/[\w.-]{1,100}$/, 'repo'),
  ref: text(/^(?!.*\.\.)\w[\w./@+-]{0,200}$/, 'ref'),
}

/** `{ repo: 'bob/vit', ref: 'v1.2' }` */
export function checkCode(value: unknown, at: At): Clone | undefined {
  if (!isRecord(value)) return invalid(at, value, 'code')
  for (const key of Object.keys(value)) if (!Object.hasOwn(checks, key)) unknownOption(at, key, Object.keys(checks))
  const part = (key: keyof typeof checks): string | undefined =>
    value[key] === undefined ? missing(at, key) : checks[key](value[key], inside(at, key))
  const [repo, ref] = [part('repo'), part('ref')]
  return repo === undefined || ref === undefined ? undefined : { repo, ref }
}
