import type { JsonObject } from '../../../scripts/model/json.ts'
import type { Answer } from '../../control-plane/client.ts'
import { admissionPlace } from './admission.ts'

/** Where in the server a manifest stopped: each stage is reached only by what passed the one before, but for a panic, which may come in any. */
export type Stage = 'decoding' | 'strict decoding' | 'admission' | 'validation' | 'panic'

/** What the server says no to. */
export interface Refusal {
  readonly verdict: 'refused'
  readonly stage: Stage
  /** As the server writes them; none, where it names no place. */
  readonly paths: readonly string[]
  /** The server's own words for what is wrong, `Required spec.containers`: only of the last stage. */
  readonly causes: readonly string[]
  readonly message: string
}

/** `unknown`: an answer that says nothing about the manifest. */
export type Verdict =
  | Refusal
  | { readonly verdict: 'accepted' }
  | { readonly verdict: 'unknown'; readonly message: string }

/** What the server's answer to a create says about the manifest. That its name is taken is found last: nothing else was wrong. */
export function verdictOf({ status, body, message }: Answer): Verdict {
  if (status === 201 || status === 409) return { verdict: 'accepted' }
  if (status === 422) return invalid(body, message)
  const refused = (stage: Stage, paths: readonly string[]): Refusal => ({
    verdict: 'refused',
    stage,
    paths,
    causes: [],
    message,
  })
  if (status === 400 && message.includes('strict decoding error'))
    return refused('strict decoding', strictPaths(message))
  if (status === 400 && isUndecodable(message)) return refused('decoding', decodedPath(message))
  const place = admissionPlace(message)
  return place === undefined ? { verdict: 'unknown', message: `${status} ${message}` } : refused('admission', place)
}

interface Cause {
  readonly reason?: string
  readonly field?: string
}

/** Source: apimachinery `pkg/util/validation/field/errors.go`. */
const reasons: Readonly<Record<string, string>> = {
  FieldValueRequired: 'Required',
  FieldValueInvalid: 'Invalid',
  FieldValueTypeInvalid: 'Invalid',
  FieldValueNotSupported: 'NotSupported',
  FieldValueDuplicate: 'Duplicate',
  FieldValueForbidden: 'Forbidden',
  FieldValueTooLong: 'TooLong',
  FieldValueTooMany: 'TooMany',
  FieldValueNotFound: 'NotFound',
  InternalError: 'InternalError',
}

function invalid({ details }: JsonObject, message: string): Refusal {
  const causes = ((details as JsonObject | undefined)?.['causes'] ?? []) as readonly Cause[]
  const told = causes.map(({ reason = '', field = '' }) => `${reasons[reason] ?? reason} ${field}`)
  const paths = causes.map(({ field = '' }) => field)
  const stage = paths.length > 0 && paths.every(isOfAddresses) ? 'admission' : 'validation'
  return { verdict: 'refused', stage, paths, causes: told, message }
}

/** A Service gets its addresses before it is validated. Source: pkg/registry/core/service/storage `beginCreate`. */
function isOfAddresses(path: string): boolean {
  return /^spec\.(?:ipFamil|clusterIP|ports\[\d+\]\.nodePort)/.test(path)
}

function isUndecodable(message: string): boolean {
  return /cannot be handled as a|does not match the expected|couldn't get version\/kind|the object provided is unrecognized/.test(
    message,
  )
}

function strictPaths(message: string): readonly string[] {
  return [...message.matchAll(/(?:unknown|duplicate) field "((?:[^"\\]|\\.)*)"/g)].map(([, path = '']) =>
    unquoted(path),
  )
}

const shortEscapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** As Go's `strconv.Quote` writes it. */
function unquoted(text: string): string {
  return text.replace(
    /\\(?:x(..)|u(....)|U(.{8})|(.))/g,
    (_, byte: string, short: string, wide: string, sign: string) => {
      const code = byte ?? short ?? wide
      return code === undefined ? (shortEscapes[sign] ?? sign) : String.fromCodePoint(Number.parseInt(code, 16))
    },
  )
}

/** Go names the type that it was filling, and the fields on the way, without indexes: `PodSpec.spec.containers`. */
function decodedPath(message: string): readonly string[] {
  const [, path] = /Go struct field \w+\.(\S+) of type/.exec(message) ?? []
  return path === undefined ? [] : [path]
}
