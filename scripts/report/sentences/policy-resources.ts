import type { ResourceCodes } from '../../model/codes/policy.ts'
import type { Sentences } from './sentence.ts'

const missingParts = {
  request: 'how much $ it needs',
  limit: 'how much $ it may take at most',
  both: 'how much $ it needs and may take at most',
} as const

const where = (missing: ResourceCodes['resource-missing']['missing']) =>
  missing === 'both' ? '`resources.requests` and `resources.limits`' : `\`resources.${missing}s\``

const hints: Readonly<Record<string, string>> = {
  cpu: ', the same number in both, for example `1`',
  memory: ', the same amount in both, for example `4Gi`',
}

export const resourceSentences = {
  'resource-missing': ({ container, resource, missing }) => ({
    what: `The container \`${container}\` does not say ${missingParts[missing].replace('$', resource === 'cpu' ? 'CPU' : resource)}.`,
    fix: `Write \`${resource}\` in ${where(missing)}${Object.hasOwn(hints, resource) ? hints[resource] : ''}.`,
  }),
  'resource-not-here': ({ resource, plain, near }) => ({
    what: `No machine that the lab knows has \`${resource}\`, so it would wait for ever.`,
    fix:
      near === undefined
        ? `Ask for \`${plain}\`, or for the resource of a GPU in \`lab.config.ts\`.`
        : `Did you mean \`${near}\`?`,
  }),
  'limit-above-request': ({ container, resource, request, limit, highest, factor }) => ({
    what: `The container \`${container}\` asks for \`${request}\` of ${resource} and may take \`${limit}\`; a limit may be ${factor} times the request, here ${highest}.`,
    fix: `Write the same number twice: \`${limit}\` in \`requests\` too, if it needs that much, else \`${request}\` in \`limits\`.`,
  }),
  'limit-not-request': ({ container, resource, request, limit, pods, above }) => ({
    what: `With ${pods} pods (more than ${above}) limits must be equal to requests, and the container \`${container}\` has \`${request}\` and \`${limit}\` of ${resource}.`,
    fix: `Write the same number in \`requests\` and \`limits\`, for example \`${limit}\`.`,
  }),
  'session-cpu': ({ asked, limit }) => ({
    what: `It asks for ${asked} CPU cores, and a session gets at most ${limit}.`,
    fix: `Write \`cpu: ${limit}\` or less, or use \`job(…)\`, which may have more.`,
  }),
  'session-memory': ({ asked, limit }) => ({
    what: `It asks for ${asked} of memory, and a session gets at most ${limit}.`,
    fix: `Write \`memory: '${limit}'\` or less, or use \`job(…)\`, which may have more.`,
  }),
  'memory-volume-unbounded': ({ volume }) => ({
    what: `The volume \`${volume}\` lies in memory and has no size, so files in it could use up all memory of the run.`,
    fix: 'Write a `sizeLimit` that is part of the memory asked for, for example half of it; templates have `shm` for that.',
  }),
  'memory-volume-large': ({ container, size, memory }) => ({
    what: `Files in memory may grow to ${size}, but the container \`${container}\` has ${memory} of memory for everything.`,
    fix: `Ask for more \`memory\`, or for less \`shm\` (\`sizeLimit\`): at most ${memory}, better half of it.`,
  }),
  'volume-medium': ({ medium }) => ({
    what: `A volume cannot lie in \`${medium}\` here.`,
    fix: "Leave `medium` out for the machine's disk, or write `medium: 'Memory'`.",
  }),
  'scratch-unasked': ({ size, limit }) => ({
    what: `It means to keep ${size} on the machine's own disk; whoever writes more than ${limit} there without asking is thrown off the machine.`,
    fix: `Ask for it: \`scratch: '${size}'\`, or by hand \`ephemeral-storage\` in \`requests\` and \`limits\`.`,
  }),
} satisfies Sentences<ResourceCodes>
