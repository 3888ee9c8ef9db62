import type { ServicePort } from 'kubernetes-types/core/v1.js'
import { below } from './at.ts'
import { all, each, fields, given, isEmpty, join, none, refuse, type Check } from './check.ts'
import { portNumber, portNumberOrName, protocol } from './ports.ts'
import { qualifiedName, text } from './texts.ts'
import { unique } from './unique.ts'

const onePort: Check<ServicePort> = all(
  ({ port }, at, around) => portNumber(port, below(at, 'port'), around),
  fields<ServicePort>({
    name: given(text('label')),
    protocol: given(protocol),
    targetPort: given(portNumberOrName),
    appProtocol: qualifiedName,
  }),
)

const named: Check<readonly ServicePort[]> = (list, at) =>
  list.length < 2
    ? none
    : list.reduce((found, { name }, index) => {
        if (!isEmpty(name)) return found
        return join(found, refuse('port-name-missing', { count: list.length }, below(at, index, 'name')))
      }, none)

/** Two ports can only share a port of the machines if they differ in nothing but the protocol. */
export const oneTaker: Check<readonly ServicePort[]> = (list, at) =>
  list.reduce((found, { nodePort = 0, port: own, protocol: spoken }, index) => {
    const others = list.slice(0, index)
    const taken = others.some(
      (other) =>
        nodePort !== 0 &&
        other.nodePort === nodePort &&
        other.port !== own &&
        (other.protocol || 'TCP') !== (spoken || 'TCP'),
    )
    return taken
      ? join(found, refuse('value-duplicate', { value: String(nodePort) }, below(at, index, 'nodePort')))
      : found
  }, none)

/** Source: pkg/apis/core/validation `validateServicePort`, and its callers for what is unique. */
export const servicePorts: Check<readonly ServicePort[]> = all(
  each(onePort),
  named,
  unique(({ name }) => name, ['name']),
  unique((one) => `${one.protocol || 'TCP'}/${one.port}`, []),
  unique((one) => (one.nodePort ? `${one.protocol || 'TCP'}/${one.nodePort}` : undefined), ['nodePort']),
)
