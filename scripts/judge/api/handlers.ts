import type {
  Container,
  ExecAction,
  HTTPGetAction,
  Lifecycle,
  LifecycleHandler,
  Probe,
  SleepAction,
  TCPSocketAction,
  GRPCAction,
} from 'kubernetes-types/core/v1.js'
import { graceOf, type Around } from './around.ts'
import { below } from './at.ts'
import { all, between, each, fields, given, join, needs, none, oneOf, refuse, type Check } from './check.ts'
import { dropped } from './dropped.ts'
import { portNumber, portNumberOrName } from './ports.ts'
import { text } from './texts.ts'

const handlers = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const

type Handler = { readonly [K in (typeof handlers)[number]]?: unknown }

const oneHandler: Check<Handler> = (handler, at) => {
  const set = handlers.filter((name) => handler[name])
  if (set.length === 0) return refuse('one-of-required', { fields: handlers }, at)
  return set
    .slice(1)
    .reduce(
      (found, field) => join(found, refuse('field-forbidden', { field, because: 'one-handler' }, below(at, field))),
      none,
    )
}

const header = text('header-name')

const httpGet: Check<HTTPGetAction> = fields<HTTPGetAction>({
  port: portNumberOrName,
  scheme: given(oneOf('HTTP', 'HTTPS')),
  httpHeaders: each(({ name }, at, around) => header(name, at, around)),
})

const sleep: Check<Partial<SleepAction>, Around> = ({ seconds = 0 }, at, around) => {
  const max = graceOf(around)
  return seconds >= 0 && seconds <= max ? none : refuse('out-of-range', { value: seconds, min: 0, max }, at)
}

const actions = {
  exec: needs<ExecAction>('command'),
  httpGet,
  tcpSocket: fields<TCPSocketAction>({ port: portNumberOrName }),
}

const hook: Check<LifecycleHandler, Around> = all<LifecycleHandler, Around>(
  oneHandler,
  fields<LifecycleHandler, Around>({ ...actions, sleep }),
)

/** Commands around a container's life. */
export const lifecycle: Check<Lifecycle, Around> = all(
  fields<Lifecycle, Around>({ postStart: hook, preStop: hook }),
  dropped('stopSignal'),
)

const notNegative = between(0)

/** Source: pkg/apis/core/validation `validateProbe`. */
const probe: Check<Probe> = all<Probe>(
  oneHandler,
  fields<Probe>({
    ...actions,
    grpc: fields<GRPCAction>({ port: portNumber }),
    initialDelaySeconds: notNegative,
    timeoutSeconds: notNegative,
    periodSeconds: notNegative,
    successThreshold: notNegative,
    failureThreshold: notNegative,
    terminationGracePeriodSeconds: between(1),
  }),
)

/** What restarts a container has nothing to count: one success is enough. 0 is read as not given. */
const oneSuccess: Check<Probe> = ({ successThreshold = 0 }, at) =>
  successThreshold <= 1
    ? none
    : refuse('out-of-range', { value: successThreshold, min: 1, max: 1 }, below(at, 'successThreshold'))

const noGrace: Check<Probe> = (given_, at) =>
  given_.terminationGracePeriodSeconds === undefined
    ? none
    : refuse('contradiction', { rule: 'readiness-never-ends' }, below(at, 'terminationGracePeriodSeconds'))

export const probes: Check<Container> = fields<Container>({
  livenessProbe: all(probe, oneSuccess),
  readinessProbe: all(probe, noGrace),
  startupProbe: all(probe, oneSuccess),
})
