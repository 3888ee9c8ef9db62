import type { TextForm } from '../../model/codes/api.ts'
import { remembered } from '../../model/remembered.ts'
import { root } from './at.ts'
import { none, refuse, type Check } from './check.ts'

interface Grammar {
  readonly pattern: RegExp
  /** Most characters, where the server counts them. */
  readonly limit?: number
}

const label = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?'
const loose = '_?[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?'
const mark = '(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'

/** Source: k8s.io/apimachinery `pkg/util/validation`, the names as RFC 1123 and RFC 1035 call them. */
const grammars: Readonly<Record<TextForm, Grammar>> = {
  label: { pattern: new RegExp(`^${label}$`), limit: 63 },
  subdomain: { pattern: new RegExp(`^${label}(?:\\.${label})*$`), limit: 253 },
  'search-domain': { pattern: new RegExp(`^${loose}(?:\\.${loose})*$`), limit: 253 },
  'wildcard-host': { pattern: new RegExp(`^\\*\\.${label}(?:\\.${label})*$`), limit: 253 },
  'service-name': { pattern: /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/, limit: 63 },
  'port-name': { pattern: /^(?=[-0-9]*[a-z])(?!-)(?!.*--)[-a-z0-9]*[a-z0-9]$/, limit: 15 },
  'label-value': { pattern: new RegExp(`^(?:${mark})?$`), limit: 63 },
  'label-key': { pattern: new RegExp(`^(?:${label}(?:\\.${label})*/)?${mark}$`) },
  'config-key': { pattern: /^(?!\.\.)(?!\.$)[-._a-zA-Z0-9]+$/, limit: 253 },
  'environment-name': { pattern: /^[\x20-\x3c\x3e-\x7e]+$/ },
  'header-name': { pattern: /^[-A-Za-z0-9]+$/ },
  'path-segment': { pattern: /^(?!\.\.?$)[^/%]*$/ },
  percent: { pattern: /^[0-9]+%$/ },
}

/** The text has the form; what is too long is said by itself. */
export function text(form: TextForm): Check<string> {
  const { pattern, limit = Infinity } = grammars[form]
  return (value, at) => {
    if (value.length > limit) return refuse('name-too-long', { value, length: value.length, limit, form }, at)
    return pattern.test(value) ? none : refuse('name-invalid', { value, form }, at)
  }
}

/** A rule that looks at nothing but the text, for texts that come again and again: what was right once is right. */
export function repeated(check: Check<string>): Check<string> {
  const isRight = remembered((value) => check(value, root, undefined).length === 0)
  return (value, at, around) => (isRight(value) ? none : check(value, at, around))
}

const keyForm = text('label-key')
const prefixLimit = 253
const nameLimit = 63

/** A key of labels, annotations or resources: a name, or a domain, `/` and a name. The two parts have a limit each. */
export const qualifiedName: Check<string> = repeated((value, at, around) => {
  const slash = value.indexOf('/')
  const [length, limit] = slash > prefixLimit ? [slash, prefixLimit] : [value.length - slash - 1, nameLimit]
  if (length > limit) return refuse('name-too-long', { value, length, limit, form: 'label-key' }, at)
  return keyForm(value, at, around)
})

const white = /\p{White_Space}/u

/** Without the space around it, as Go cuts it: a byte order mark is no space there, a next line is. */
export function trimmed(value: string): string {
  let [start, end] = [0, value.length]
  while (start < end && white.test(value.charAt(start))) start++
  while (end > start && white.test(value.charAt(end - 1))) end--
  return value.slice(start, end)
}

/** As Go writes small letters: the Turkish `İ` becomes a plain `i`, and in JavaScript two characters. */
export const lowered = (value: string): string => value.replaceAll('İ', 'i').toLowerCase()

/** A name that the server allows to end in `-`, as if more were to follow. It cuts two bytes. Source: apimachinery `maskTrailingDash`. */
export function prefixOf(check: Check<string>): Check<string> {
  return (value, at, around) => {
    const cut = value.endsWith('-') && value.charCodeAt(value.length - 2) < 128
    return check(cut ? `${value.slice(0, -2)}a` : value, at, around)
  }
}
