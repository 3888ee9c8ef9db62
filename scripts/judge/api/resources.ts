import type { ResourceRequirements } from 'kubernetes-types/core/v1.js'
import { nanos } from '../../model/quantity.ts'
import { below, type At } from './at.ts'
import { join, none, refuse, refuseByLab, type Check, type Faults } from './check.ts'
import { quantity, type Amount } from './quantity-rules.ts'
import { qualifiedName, repeated } from './texts.ts'

type Quantities = Readonly<Record<string, Amount>>

const nanosPerMilli = 10n ** 6n
const nanosPerUnit = 10n ** 9n
/** The server's whole numbers end here: of what overflows it takes some for nothing, refuses some, and panics at some. */
const most = 2n ** 63n - 1n
/** Of what it counts in thousandths. */
const mostDevices = most / 1000n
const ownResources = new Set(['cpu', 'memory', 'ephemeral-storage'])
const hugePages = 'hugepages-'

/** Source: pkg/apis/core/helper `IsNativeResource`. */
const isNative = (name: string): boolean => !name.includes('/') || name.includes('kubernetes.io/')

/** What devices are counted by, as `nvidia.com/gpu`: whole numbers, and the request is the limit. */
const isExtended = (name: string): boolean => !isNative(name)

/** Resources of which a container may get more than it asked for. */
const mayExceed = (name: string): boolean => isNative(name) && !name.startsWith(hugePages)

const resourceName: Check<string> = repeated((name, at, around) => {
  const malformed = qualifiedName(name, at, around)
  if (malformed.length > 0) return malformed
  const known = ownResources.has(name) || name.startsWith(hugePages)
  if (!name.includes('/')) return known ? none : refuse('resource-unknown', { resource: name }, at)
  if (isNative(name)) return none
  return name.startsWith('requests.') || qualifiedName(`requests.${name}`, at, around).length > 0
    ? refuse('resource-unknown', { resource: name }, at)
    : none
})

function judgeAmount(name: string, value: string, at: At): Faults {
  const amount = nanos(value)
  if (amount === undefined || amount < 0n) return quantity(value, at, undefined)
  if (name.startsWith(hugePages)) return wholePages(name, value, at)
  return isExtended(name) ? wholeDevices(name, value, at) : none
}

/** Bytes are whole, rounded up. Source: pkg/apis/core/helper `IsHugePageResourceValueDivisible`. */
function wholePages(name: string, value: string, at: At): Faults {
  const page = nanos(name.slice(hugePages.length)) ?? 0n
  const bytes = ((nanos(value) ?? 0n) + nanosPerUnit - 1n) / nanosPerUnit
  const indivisible = refuse('hugepages-indivisible', { resource: name, value }, at)
  if (page <= 0n || page % nanosPerUnit !== 0n) return indivisible
  if (page > mostDevices * nanosPerUnit) return refuseByLab('devices-uncounted', { value: name }, at)
  if (bytes > most) return refuseByLab('devices-uncounted', { value }, at)
  return (bytes * nanosPerUnit) % page === 0n ? none : indivisible
}

function wholeDevices(name: string, value: string, at: At): Faults {
  const kept = roundedUp(value)
  if (kept > mostDevices * nanosPerUnit) return refuseByLab('devices-uncounted', { value }, at)
  return kept % nanosPerUnit === 0n ? none : refuse('resource-fractional', { resource: name, value }, at)
}

/** Amounts by resource. Source: pkg/apis/core/validation `validateResourceRequirements`. */
export const quantities: Check<Quantities> = (list, at, around) => {
  let found = none
  for (const [name, value] of Object.entries(list)) {
    const place = below(at, name)
    found = join(found, join(resourceName(name, place, around), judgeAmount(name, String(value), place)))
  }
  return found
}

/** Thousandths, rounded up: how the server keeps what it read. Source: pkg/apis/core/v1 `SetDefaults_ResourceList`. */
function roundedUp(value: string): bigint {
  const exact = nanos(value) ?? 0n
  const rest = exact % nanosPerMilli
  return rest > 0n ? exact - rest + nanosPerMilli : exact - (rest < 0n ? rest + nanosPerMilli : rest)
}

function againstLimit(resource: string, request: string, limit: string | undefined, at: At): Faults {
  if (limit === undefined) {
    return mayExceed(resource) ? none : refuse('extended-limit-missing', { resource, request }, below(at, 'limits'))
  }
  if (request === limit || nanos(request) === undefined || nanos(limit) === undefined) return none
  const difference = roundedUp(request) - roundedUp(limit)
  const code = mayExceed(resource) ? 'request-over-limit' : 'extended-request-differs'
  if (difference === 0n || (difference < 0n && mayExceed(resource))) return none
  return refuse(code, { resource, request, limit }, below(at, 'requests'))
}

const pagesNeedMore: Check<ResourceRequirements> = ({ limits = {}, requests = {} }, at) => {
  const asked = [...Object.keys(limits), ...Object.keys(requests)]
  if (!asked.some((name) => name.startsWith(hugePages)) || asked.includes('cpu') || asked.includes('memory'))
    return none
  return refuse('field-forbidden', { field: 'hugepages', because: 'hugepages-alone' }, at)
}

/** What a container asks for and may use at most. */
export const resources: Check<ResourceRequirements> = (given, at, around) => {
  const limits: Quantities = given.limits ?? {}
  const requests: Quantities = given.requests ?? {}
  let found = join(quantities(limits, below(at, 'limits'), around), quantities(requests, below(at, 'requests'), around))
  for (const [name, request] of Object.entries(requests)) {
    const limit = Object.hasOwn(limits, name) ? String(limits[name]) : undefined
    found = join(found, againstLimit(name, String(request), limit, at))
  }
  return join(found, pagesNeedMore(given, at, around))
}
