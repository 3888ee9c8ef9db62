import type { Variable } from 'kubernetes-types/admissionregistration/v1.js'
import type { Lab } from '../../../scripts/model/lab.ts'
import type { Law } from './law.ts'
import { ours } from './names.ts'

/** What Nautilus's webhooks and its Gatekeeper refuse, with their own sentences where somebody has seen them (`nautilus.md`, section 1). */
export function laws(lab: Lab): readonly Law[] {
  return [barePods(lab), limitsAndRequests, ratio(lab), jobs]
}

const pods = ['', 'pods'] as const
const limits = 'c.?resources.?limits.orValue({})'
const requests = 'c.?resources.?requests.orValue({})'
const containers = {
  name: 'containers',
  expression: 'object.spec.containers + object.spec.?initContainers.orValue([])',
}

/** "32 GB" is read as decimal. The sentence about GPUs is ours: nobody has written down NRP's. */
function barePods({ rules: { session } }: Lab): Law {
  return {
    name: 'pod.nrp-nautilus.io',
    on: pods,
    when: [
      {
        name: 'bare',
        expression: '!object.metadata.?ownerReferences.orValue([]).exists(o, o.?controller.orValue(false))',
      },
    ],
    variables: [total('cpu', atMost('cpu')), total('memory', atMost('memory')), total('gpus', gpus)],
    must: [
      {
        expression: `variables.cpu <= ${session.cpu}.0 && variables.memory <= 32000000000.0`,
        message: 'PODs without controllers are limited to 16 cores and 32 GB of RAM',
      },
      {
        expression: `variables.gpus <= ${session.gpus}.0`,
        message: `PODs without controllers are limited to ${session.gpus} GPUs`,
      },
    ],
  }
}

function total(name: string, ofContainer: string): Variable {
  return { name, expression: `object.spec.containers.map(c, ${ofContainer}).sum()` }
}

/** A container's limit, or its request where it has none. */
function atMost(resource: string): string {
  const key = `[?'${resource}']`
  return amount(`${limits}${key}.orValue(${requests}${key}.orValue('0'))`)
}

const gpus = `${limits}.transformList(key, value, key.startsWith('nvidia.com/'), ${amount('value')}).sum()`

function amount(quantity: string): string {
  return `quantity(${quantity}).asApproximateFloat()`
}

const limitsAndRequests: Law = {
  name: 'container-must-have-limits-and-requests',
  on: pods,
  variables: [
    containers,
    guilty('withoutRequests', `!['cpu', 'memory'].all(key, key in ${requests})`),
    guilty('withoutLimits', `!('memory' in ${limits})`),
  ],
  must: [
    {
      expression: 'variables.withoutRequests.size() == 0',
      messageExpression: `'container <' + variables.withoutRequests[0] + '> does not have <{"cpu", "memory"}> requests defined'`,
    },
    {
      expression: 'variables.withoutLimits.size() == 0',
      messageExpression: `'container <' + variables.withoutLimits[0] + '> does not have <{"memory"}> limits defined'`,
    },
  ],
}

function ratio({ rules }: Lab): Law {
  const { factor } = rules.ratio
  const wide = `key in ${limits} && key in ${requests} && ${amount(`${limits}[key]`)} > ${factor} * ${amount(`${requests}[key]`)}`
  return {
    name: 'container-must-meet-memory-and-cpu-ratio',
    on: pods,
    variables: [containers, guilty('tooWide', `['cpu', 'memory'].exists(key, ${wide})`)],
    must: [
      {
        expression: 'variables.tooWide.size() == 0',
        messageExpression: `'container <' + variables.tooWide[0] + '> has a limit of more than ${factor} times its request'`,
      },
    ],
    warns: true,
  }
}

/** The names of containers with a fault. */
function guilty(name: string, fault: string): Variable {
  return { name, expression: `variables.containers.filter(c, ${fault}).map(c, c.name)` }
}

/** Made after the others: the server learns of laws in the order in which they were made, so once this one holds, all do. */
export const lastLaw: Law = {
  name: 'block-daemonsets',
  on: ['apps', 'daemonsets'],
  must: [{ expression: 'false', message: 'DaemonSets are not allowed' }],
}

/** Annotations of the namespace say whether its profile is filled, and which accounts use too little of what they ask for. */
const jobs: Law = {
  name: 'job.nrp-nautilus.io',
  on: ['batch', 'jobs'],
  variables: [{ name: 'states', expression: 'namespaceObject.metadata.?annotations.orValue({})' }],
  must: [
    {
      expression: `variables.states[?'${ours}profile'].orValue('filled') == 'filled'`,
      message: 'The namespace profile is empty: its admin must fill it at https://nrp.ai/namespaces',
    },
    {
      expression: `!(request.userInfo.username in variables.states[?'${ours}wasteful'].orValue('').split(','))`,
      message: 'Your pods resources utilization is too low for account',
    },
  ],
}
