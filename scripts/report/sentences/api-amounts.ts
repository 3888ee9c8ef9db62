import type { ApiCodes } from '../../model/codes/api.ts'
import { quoted } from './quoted.ts'
import type { Sentences } from './sentence.ts'

type AmountCode = Extract<keyof ApiCodes, `${'quantity' | 'resource' | 'hugepages' | 'request' | 'extended'}-${string}`>

/** What is told about amounts of cpu, memory, GPUs and disk. */
export const amountSentences = {
  'quantity-invalid': ({ value }) => ({
    what: `${quoted(value)} is no amount.`,
    fix: 'Write a number and a unit, as in `16Gi` for memory or `500m` for half a core.',
  }),
  'quantity-negative': ({ value }) => ({
    what: `The amount ${quoted(value)} is below zero.`,
    fix: 'Write a positive amount.',
  }),
  'quantity-zero': ({ value }) => ({
    what: `The amount ${quoted(value)} is zero.`,
    fix: 'Write how much is needed, as in `100Gi`.',
  }),
  'resource-unknown': ({ resource }) => ({
    what: `The cluster has no resource called ${quoted(resource)}.`,
    fix: 'Write `cpu`, `memory`, `ephemeral-storage` or the full name of a GPU, as in `nvidia.com/gpu`.',
  }),
  'resource-fractional': ({ resource, value }) => ({
    what: `${quoted(value)} of ${quoted(resource)} is not a whole number; GPUs and other devices are not shared out in parts.`,
    fix: 'Write a whole number.',
  }),
  'hugepages-indivisible': ({ resource, value }) => ({
    what: `${quoted(value)} of ${quoted(resource)} is not a whole number of pages.`,
    fix: 'Write a multiple of the size of a page.',
  }),
  'request-over-limit': ({ resource, request, limit }) => ({
    what: `The request of ${quoted(request)} ${resource} is above the limit of ${quoted(limit)}.`,
    fix: `Raise the limit of ${quoted(resource)} to ${quoted(request)}, or request ${quoted(limit)}.`,
  }),
  'extended-request-differs': ({ resource, request, limit }) => ({
    what: `The request of ${quoted(request)} ${resource} and the limit of ${quoted(limit)} must be equal.`,
    fix: `Write the same number for ${quoted(resource)} in \`requests\` and in \`limits\`.`,
  }),
  'extended-limit-missing': ({ resource, request }) => ({
    what: `${quoted(resource)} has a request and no limit.`,
    fix: `Add \`"${resource}": "${request}"\` to \`limits\`.`,
  }),
} satisfies Sentences<Pick<ApiCodes, AmountCode>>
