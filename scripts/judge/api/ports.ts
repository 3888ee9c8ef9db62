import type { ContainerPort } from 'kubernetes-types/core/v1.js'
import { all, between, each, fields, given, needs, oneOf, type Check } from './check.ts'
import { text } from './texts.ts'
import { unique } from './unique.ts'

export const portNumber = between(1, 65535)
export const portName = text('port-name')
export const protocol = oneOf('SCTP', 'TCP', 'UDP')

/** A port by number, or by the name that a container gives it. */
export const portNumberOrName: Check<number | string> = (value, at, around) =>
  typeof value === 'number' ? portNumber(value, at, around) : portName(value, at, around)

/** Source: pkg/apis/core/validation `validateContainerPorts`. */
export const containerPorts: Check<readonly ContainerPort[]> = all(
  each(
    all(
      needs<ContainerPort>('containerPort'),
      fields<ContainerPort>({
        name: given(portName),
        containerPort: given(portNumber),
        hostPort: given(portNumber),
        protocol: given(protocol),
      }),
    ),
  ),
  unique(({ name }) => name, ['name']),
)
