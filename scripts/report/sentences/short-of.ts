import type { Code, Codes, Finding } from '../../model/finding.ts'
import type { Json } from '../../model/json.ts'
import { tamed } from '../tamed.ts'
import { amount, count } from './lab-totals.ts'
import { sentenceOf } from './sentence-of.ts'

type Shorts = { readonly [C in Code]?: (args: Codes[C]) => string }

/** What admins are asked about most, as the end of a first line: the number against its limit. */
const shorts: Shorts = {
  'member-gpus': ({ asked, limit }) => `${amount('gpus', asked)}, your limit is ${count('gpus', limit)}`,
  'member-cpu': ({ asked, limit }) => `${amount('cpu', asked)}, your limit is ${count('cpu', limit)}`,
  'member-memory': ({ asked, limit }) => `${amount('memory', asked)}, your limit is ${count('memory', limit)}`,
  'member-disk': ({ asked, limit }) => `${amount('disk', asked)}, your limit is ${count('disk', limit)}`,
  'member-gpu-hours': ({ asked, limit }) => `${amount('gpu-hours', asked)}, your limit is ${count('gpu-hours', limit)}`,
  'job-gpus': ({ asked, limit }) => `${amount('gpus', asked)} in one job, the limit is ${limit}`,
  'job-hours': ({ asked, limit }) => `${asked} hours, the limit of a job is ${limit}`,
  'session-gpus': ({ asked, limit }) => `${amount('gpus', asked)} in a session, the limit is ${limit}`,
  'session-hours': ({ asked, limit }) => `${asked} hours, the limit of a session is ${limit}`,
  'option-over-limit': ({ template, option, got, limit }) =>
    `\`${option}: ${got}\` in a ${template}, the limit is ${limit}`,
  'disk-size': ({ asked, limit }) => `a disk of ${asked}, the limit is ${limit}`,
  'gpu-class': ({ model }) => `${model} is not open to everybody`,
  'image-unlisted': ({ image }) => `the image \`${image}\` is not on the lab’s list`,
  'field-unusual': ({ field }) => `\`${field}\` is set by hand`,
  'service-needs-admin': () => 'a service',
  'priority-special': ({ priorityClass }) => `the priority \`${priorityClass}\``,
  'ingress-needs-admin': ({ host }) => `a web address, \`${host}\``,
  'key-in-the-clear': ({ variable }) => `\`${variable}\` looks like a key`,
}

const longest = 120

/** A finding in a few words, without a full stop. */
export function shortOf(finding: Finding): string {
  const short = shorts[finding.code] as ((args: unknown) => string) | undefined
  if (short !== undefined) return short(tamed(finding.args as Json))
  const [first = ''] = sentenceOf(finding).what.split(/(?<=[.;:])\s/)
  const clause = first.replace(/[.;:]$/, '')
  return clause.length > longest ? finding.code : clause
}
