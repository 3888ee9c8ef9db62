import { describe, expect, test } from 'vitest'
import { labSentences } from './lab.ts'
import type { Sentence } from './sentence.ts'
import type { LabCodes, LabTotal, MemberTotal } from '../../model/codes/lab.ts'

const Gi = 2 ** 30
const gpus: MemberTotal = {
  member: 'carol',
  asked: 9,
  limit: 4,
  room: 3,
  most: [
    { request: 'carol/llm', amount: 8 },
    { request: 'carol/dev', amount: 1 },
  ],
  others: 0,
}
const bytes: MemberTotal = {
  ...gpus,
  asked: 600 * Gi,
  limit: 500 * Gi,
  room: 300 * Gi,
  most: [
    { request: 'carol/llm', amount: 400 * Gi },
    { request: 'carol/dev', amount: 200 * Gi },
  ],
}
const lab = ({ asked, limit, most, others }: MemberTotal): LabTotal => ({ asked, limit, most, others })
const other = 'users/alice/a.ts:3'

/** One example of every code: a code without one does not compile. */
const examples: { readonly [C in keyof LabCodes]: readonly LabCodes[C][] } = {
  'owner-unknown': [{ login: 'dave' }, { login: 'alcie', near: 'alice' }],
  'owner-spelt-otherwise': [{ login: 'Alice', roster: 'alice' }],
  'member-suspended': [{ login: 'example' }],
  'object-twice': [
    { kind: 'PersistentVolumeClaim', name: 'alice-data', other, how: 'apart' },
    { kind: 'ConfigMap', name: 'alice-conf', other, how: 'apart' },
  ],
  'name-contested': [
    {
      kind: 'Pod',
      name: 'ann-lee-x',
      owner: 'ann',
      rival: 'ann-lee',
      other,
      prefix: { login: 'ann-lee', value: 'annlee' },
    },
  ],
  'runs-of-one-name': [{ kind: 'Job', name: 'alice-x', otherKind: 'Pod', other }],
  'member-gpus': [gpus, { ...gpus, room: 0, others: 2 }],
  'member-cpu': [gpus],
  'member-memory': [bytes],
  'member-disk': [bytes, { ...bytes, room: 0 }],
  'member-gpu-hours': [gpus],
  'lab-gpus': [lab(gpus)],
  'lab-cpu': [lab(gpus)],
  'lab-memory': [lab(bytes)],
  'lab-disk': [lab(bytes)],
  'lab-gpu-hours': [lab(gpus)],
  'lab-class': [{ ...lab(gpus), resource: 'nvidia.com/a100' }],
  'class-never-fits': [
    { resource: 'nvidia.com/a100', asked: 9, limit: 8 },
    { resource: 'nvidia.com/h100', asked: 1, limit: 0 },
  ],
  'never-fits': [{ what: 'gpus', asked: 40, limit: 32 }],
  'plan-wanted': [lab(gpus)],
  'jobs-too-many': [lab(gpus), { ...lab(gpus), member: 'carol' }],
  'limits-not-requests': [{ member: 'alice', pods: 120, above: 100 }],
  'disk-missing': [
    { claim: 'alice-data' },
    { claim: 'alice-dtaa', near: 'alice-data' },
    { claim: 'bob-set', member: 'bob' },
  ],
  'disk-not-shared': [
    { claim: 'bob-set', member: 'bob', reader: 'alice', writes: false },
    { claim: 'bob-set', member: 'bob', reader: 'alice', writes: true },
  ],
  'disk-not-writable': [{ claim: 'bob-set', member: 'bob', writer: 'alice' }],
  'disk-not-shareable': [{ claim: 'bob-set', member: 'bob', storage: 'files' }],
  'disk-in-two-runs': [{ claim: 'alice-db', run: 'alice-b', other: 'alice-a', at: other, others: 0, storage: 'files' }],
  'disk-in-copies': [
    { claim: 'alice-db', copies: 3, during: 'run', storage: 'files' },
    { claim: 'alice-db', copies: 2, during: 'update', storage: 'files' },
  ],
  'disk-elsewhere': [{ claim: 'alice-data', region: 'us-central', regions: ['us-west', 'us-east'] }],
  'disk-region-open': [{ claim: 'alice-data', region: 'us-west' }],
  'disk-retires': [{ claim: 'alice-old', on: '2026-12-01' }],
  'config-missing': [
    { name: 'alice-conf' },
    { name: 'alice-cnof', near: 'alice-conf' },
    { name: 'bob-conf', member: 'bob' },
  ],
  'selector-matches-nothing': [{ selector: { 'lab/owner': 'alice', 'lab/name': 'web' } }],
  'backend-missing': [{ service: 'alice-web' }, { service: 'alice-wbe', near: 'alice-web' }],
  'host-twice': [
    { host: 'a.nrp-nautilus.io', other },
    { host: 'a.nrp-nautilus.io', other, rival: 'bob' },
  ],
}

type AnySentence = (args: unknown) => Sentence
const rows = Object.entries(examples).flatMap(([code, all]) => all.map((args) => [code, args] as const))

describe('every sentence', () => {
  test.each(rows)('%s %j', (code, args) => {
    const sentence = (labSentences[code as keyof LabCodes] as AnySentence)(args)
    const all = [sentence.what, sentence.fix, ...(sentence.who === undefined ? [] : [sentence.who])]
    for (const part of all) {
      expect(part).toMatch(/^[A-Z`].*\.$/)
      expect(part).not.toMatch(/undefined|NaN|\[object|  /)
      expect((part.match(/`/g) ?? []).length % 2).toBe(0)
    }
    for (const evidence of namesIn(args)) expect(all.join(' ')).toContain(evidence)
  })
})

/** What a person needs to see: every name and place, but not the words that only choose between sentences. */
function namesIn(args: object): readonly string[] {
  return Object.entries(args).flatMap(([key, value]) => {
    if (typeof value === 'object' && value !== null) return namesIn(value as object)
    return typeof value === 'string' && !['kind', 'otherKind', 'how', 'during', 'what'].includes(key) ? [value] : []
  })
}

test.each<[string, Sentence, string, string]>([
  [
    'several requests',
    labSentences['member-gpus'](gpus),
    '`carol` asks for 9 GPUs at once and may have 4: 8 in `carol/llm`, 1 in `carol/dev`.',
    'Ask for at most 3 GPUs in `carol/llm`, or remove the files of finished requests.',
  ],
  [
    'one request',
    labSentences['member-gpus']({ ...gpus, asked: 8, room: 4, most: [{ request: 'carol/llm', amount: 8 }] }),
    '`carol/llm` asks for 8 GPUs at once; a member may have 4.',
    'Ask for at most 4 GPUs.',
  ],
  [
    'no room, and more than are named',
    labSentences['member-gpus']({ ...gpus, room: 0, others: 2 }),
    '`carol` asks for 9 GPUs at once and may have 4: 8 in `carol/llm`, 1 in `carol/dev`, and the rest in 2 more.',
    'Remove the files of finished requests, until the rest asks for at most 4 GPUs.',
  ],
  [
    'bytes that are over by little do not look like their limit',
    labSentences['member-disk']({ ...bytes, asked: 500 * Gi + 2 ** 20 }),
    '`carol` asks for 500.01Gi of disk and may have 500Gi: 400Gi in `carol/llm`, 200Gi in `carol/dev`.',
    'Ask for at most 300Gi of disk in `carol/llm`, or remove disks that you no longer need.',
  ],
  [
    'what can be had is rounded down',
    labSentences['member-memory']({ ...bytes, room: 225_611 * 2 ** 20 }),
    '`carol` asks for 600Gi of memory at once and may have 500Gi: 400Gi in `carol/llm`, 200Gi in `carol/dev`.',
    'Ask for at most 220.32Gi of memory in `carol/llm`, or remove the files of finished requests.',
  ],
  [
    'one of a kind',
    labSentences['member-gpu-hours']({ ...gpus, limit: 1, room: 1 }),
    '`carol` asks for 9 GPU-hours and may have 1: 8 in `carol/llm`, 1 in `carol/dev`.',
    'Ask for at most 1 GPU-hour (GPUs × hours) in `carol/llm`, or remove the files of finished requests.',
  ],
  [
    'one call',
    labSentences['object-twice']({ kind: 'Job', name: 'alice-lr', other, how: 'one-call' }),
    'One call makes the job `alice-lr` twice.',
    "Export it once; in a loop, put the loop's variable into the name, as in `'lr-' + n`.",
  ],
  [
    'nowhere at all',
    labSentences['disk-elsewhere']({ claim: 'alice-data', region: 'us-west', regions: [] }),
    'The disk `alice-data` is in `us-west`, but this run starts in no region at all.',
    'Use disks of one region in a run: it starts where the first disk of your own is.',
  ],
])('%s', (_, sentence, what, fix) => {
  expect(sentence).toMatchObject({ what, fix })
})
