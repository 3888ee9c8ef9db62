import { none, refuse, type Check } from './check.ts'

export type Family = 'IPv4' | 'IPv6'

const group = /^0*[0-9a-fA-F]{1,4}$/

/** Four numbers up to 255; zeros in front are allowed, as the server still does. Source: k8s.io/utils/net `ParseIPSloppy`. */
function isIpv4(value: string): boolean {
  const parts = value.split('.')
  return parts.length === 4 && parts.every((part) => /^[0-9]+$/.test(part) && Number(part) <= 255)
}

/** Groups of hexadecimal digits, one `::`, perhaps an IPv4 address at the end. */
function isIpv6(value: string): boolean {
  const halves = value.split('::')
  if (!value.includes(':') || halves.length > 2) return false
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1)?.at(-1) ?? ''
  const embedded = last.includes('.')
  const all = groups.flat()
  const count = all.length + (embedded ? 1 : 0)
  const fits = halves.length === 2 ? count < 8 : count === 8
  return fits && all.every((part, index) => (embedded && index === all.length - 1 ? isIpv4(part) : group.test(part)))
}

export function familyOf(value: string): Family | undefined {
  if (isIpv4(value)) return 'IPv4'
  return isIpv6(value) ? 'IPv6' : undefined
}

export const ipAddress: Check<string> = (value, at) =>
  familyOf(value) === undefined ? refuse('value-malformed', { value, form: 'ip' }, at) : none

/** An address, `/` and how many of its bits count. */
export const cidr: Check<string> = (value, at) => {
  const [address = '', bits = '', ...rest] = value.split('/')
  const family = familyOf(address)
  const most = family === 'IPv4' ? 32 : 128
  const fits = rest.length === 0 && family !== undefined && /^[0-9]+$/.test(bits) && Number(bits) <= most
  return fits ? none : refuse('value-malformed', { value, form: 'cidr' }, at)
}
