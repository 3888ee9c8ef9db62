import type { TypedLocalObjectReference } from 'kubernetes-types/core/v1.js'
import type {
  HTTPIngressPath,
  HTTPIngressRuleValue,
  Ingress,
  IngressBackend,
  IngressRule,
  IngressServiceBackend,
  IngressSpec,
  IngressTLS,
} from 'kubernetes-types/networking/v1.js'
import { below } from './at.ts'
import { all, each, fields, given, isEmpty, join, needs, none, oneOf, refuse, type Check } from './check.ts'
import { familyOf } from './ip.ts'
import { objectMeta } from './metadata.ts'
import { objectOf } from './object-of.ts'
import { portName, portNumber } from './ports.ts'
import { text } from './texts.ts'

const segment = text('path-segment')
const plainHost = text('subdomain')
const wildcardHost = text('wildcard-host')

const hostName: Check<string> = (value, at, around) =>
  (value.includes('*') ? wildcardHost : plainHost)(value, at, around)

const host: Check<string> = (value, at, around) =>
  familyOf(value) === undefined
    ? hostName(value, at, around)
    : refuse('value-malformed', { value, form: 'host-not-ip' }, at)

const resourceBackend: Check<TypedLocalObjectReference> = all(
  needs<TypedLocalObjectReference>('kind', 'name'),
  fields<TypedLocalObjectReference>({ apiGroup: plainHost, kind: given(segment), name: given(segment) }),
)

/** The server names the place of the whole backend when its port is wrong as a choice. */
const serviceBackend: Check<IngressServiceBackend> = (backend, at, around) => {
  const { name: port = '', number = 0 } = backend.port ?? {}
  const place = below(at, 'port')
  const found = all(
    needs<IngressServiceBackend>('name'),
    fields<IngressServiceBackend>({ name: given(text('service-name')) }),
  )(backend, at, around)
  const members = ['port.name', 'port.number']
  if (port !== '' && number !== 0) return join(found, refuse('only-one-of', { fields: members }, at.up ?? at))
  if (port !== '') return join(found, portName(port, below(place, 'name'), around))
  if (number !== 0) return join(found, portNumber(number, below(place, 'number'), around))
  return join(found, refuse('one-of-required', { fields: members }, at.up ?? at))
}

const backend: Check<IngressBackend> = (value, at, around) => {
  const { resource, service } = value
  const members = ['service', 'resource']
  if (resource && service) return refuse('only-one-of', { fields: members }, at)
  if (resource) return resourceBackend(resource, below(at, 'resource'), around)
  if (service) return serviceBackend(service, below(at, 'service'), around)
  return refuse('one-of-missing', { fields: members }, at)
}

const pathTypes = ['Exact', 'ImplementationSpecific', 'Prefix']
const unclean = /\/\/|\/\.\.?(?:\/|$)|%2f|%2F/

const path: Check<HTTPIngressPath> = ({ path: value = '', pathType, backend: target }, at, around) => {
  if (pathType === '') return refuse('value-required', { field: 'pathType' }, below(at, 'pathType'))
  const place = below(at, 'path')
  const loose = pathType === 'ImplementationSpecific'
  const relative =
    value.startsWith('/') || (loose && value === '')
      ? none
      : refuse('value-malformed', { value, form: 'absolute-path' }, place)
  const unclear =
    !loose && unclean.test(value) ? refuse('value-malformed', { value, form: 'clean-url-path' }, place) : none
  const known = oneOf(...pathTypes)(pathType, below(at, 'pathType'), around)
  const judged = known.length > 0 ? known : join(relative, unclear)
  return join(judged, backend(target ?? {}, below(at, 'backend'), around))
}

const http: Check<HTTPIngressRuleValue> = all(
  needs<HTTPIngressRuleValue>('paths'),
  fields<HTTPIngressRuleValue>({ paths: each(path) }),
)

const somewhere: Check<IngressSpec> = ({ rules, defaultBackend }, at) =>
  isEmpty(rules) && defaultBackend === undefined
    ? refuse('one-of-missing', { fields: ['rules', 'defaultBackend'] }, at)
    : none

const spec: Check<IngressSpec> = all(
  somewhere,
  fields<IngressSpec>({
    defaultBackend: backend,
    rules: each(fields<IngressRule>({ host: given(host), http })),
    tls: each(fields<IngressTLS>({ hosts: each(hostName), secretName: given(plainHost) })),
    ingressClassName: plainHost,
  }),
)

const classKey = 'kubernetes.io/ingress.class'

/** The server names a place without `metadata`. */
const oneClass: Check<Ingress> = ({ metadata, spec: inside }, at) => {
  const annotation = metadata?.annotations?.[classKey]
  const field = inside?.ingressClassName
  if (annotation === undefined || field === undefined || annotation === field) return none
  return refuse('contradiction', { rule: 'ingress-classes-differ' }, below(at, 'metadata', 'annotations', classKey))
}

/** Source: pkg/apis/networking/validation `ValidateIngressCreate`. */
export const ingress: Check<Ingress> = all<Ingress>(objectOf(objectMeta('subdomain'), spec, {}), oneClass)
