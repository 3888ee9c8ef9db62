import type { HostAlias, PodDNSConfig, PodSpec } from 'kubernetes-types/core/v1.js'
import { below } from './at.ts'
import { all, each, fields, isEmpty, join, none, refuse, type Check } from './check.ts'
import { ipAddress } from './ip.ts'
import { text } from './texts.ts'

const most = { nameservers: 3, searches: 32, characters: 2048 }
const domain = text('search-domain')

const searchDomain: Check<string> = (value, at, around) =>
  value === '.' ? none : domain(value.endsWith('.') ? value.slice(0, -1) : value, at, around)

const sizes: Check<PodDNSConfig> = ({ nameservers = [], searches = [] }, at) => {
  const servers = nameservers.length > most.nameservers
  const characters = Buffer.byteLength(searches.join(' '))
  const found = servers
    ? refuse('list-too-long', { count: nameservers.length, limit: most.nameservers }, below(at, 'nameservers'))
    : none
  const place = below(at, 'searches')
  const counted =
    searches.length > most.searches
      ? join(found, refuse('list-too-long', { count: searches.length, limit: most.searches }, place))
      : found
  return characters > most.characters
    ? join(counted, refuse('list-too-long', { count: characters, limit: most.characters }, place))
    : counted
}

/** Source: pkg/apis/core/validation `validatePodDNSConfig`. */
export const dnsConfig: Check<PodDNSConfig> = all(
  sizes,
  fields<PodDNSConfig>({
    nameservers: each(ipAddress),
    searches: each(searchDomain),
    options: each((option, at) => (isEmpty(option.name) ? refuse('value-required', { field: 'name' }, at) : none)),
  }),
)

/** Without the cluster's names a pod must bring its own. */
export const dnsGiven: Check<PodSpec> = ({ dnsPolicy, dnsConfig: config }, at) => {
  if (dnsPolicy !== 'None') return none
  if (config === undefined) return refuse('value-required', { field: 'dnsConfig' }, below(at, 'dnsConfig'))
  return isEmpty(config.nameservers)
    ? refuse('value-required', { field: 'nameservers' }, below(at, 'dnsConfig', 'nameservers'))
    : none
}

/** Lines for a pod's `/etc/hosts`. */
export const hostAliases = each(fields<HostAlias>({ ip: ipAddress, hostnames: each(text('subdomain')) }))
