import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { auditReport } from './audit-report.ts'
import config from '../../../lab.config.ts'
import { auditFinding, type AuditFinding } from '../../model/audit-finding.ts'
import { auditWeights } from '../../model/codes/audit.ts'

const time = '2026-11-20T12:00:00Z'
const lab = { ...config, timeZone: 'Etc/UTC' }
const options = { title: 'Audit of lab', lab, now: '2026-11-24T12:00:00Z', days: 7, color: false, width: 400 }
const disk = { key: 'PersistentVolumeClaim/alice-data', member: 'alice' } as const
const run = { key: 'Pod/alice-dev', member: 'alice' } as const
const settings = { key: 'ConfigMap/alice-set', member: 'alice' } as const

/** One of each code, and what is read of it. */
const table: readonly (readonly [finding: AuditFinding, row: string])[] = [
  [
    auditFinding('lists-unread', { kinds: ['Job'] }),
    '✖ the lab    The cluster did not tell all of Job; nothing is said of them.',
  ],
  [auditFinding('ledger-unread', { why: 'wrong-sum' }), '✖ the lab    The lab’s own memory was changed by hand.'],
  [
    auditFinding('memory-unread', { why: 'missing' }, { member: 'bob' }),
    '✖ bob    What is remembered of this member is missing, though the lab remembers that there was one.',
  ],
  [
    auditFinding('drifted', { by: 'kubectl-edit', at: time }, settings),
    '✖ alice  file set set  was changed by hand, last with kubectl-edit on Fri 20 Nov 12:00.',
  ],
  [auditFinding('drifted', {}, settings), '✖ alice  file set set  was changed by hand.'],
  [
    auditFinding('object-missing', { is: 'another' }, settings),
    '✖ alice  file set set  was taken away, and another one has its name.',
  ],
  [
    auditFinding('disk-vanished', { storage: '10Gi', since: time, released: false }, disk),
    '✖ alice  disk data  is gone with its data: 10Gi, here since Fri 20 Nov 12:00.',
  ],
  [
    auditFinding('disk-replaced', { storage: '10Gi', since: time }, disk),
    '✖ alice  disk data  of 10Gi is gone with its data, and another disk has its name.',
  ],
  [
    auditFinding('disk-lost', { storage: '10Gi' }, disk),
    '✖ alice  disk data  of 10Gi has lost its storage in the cluster.',
  ],
  [
    auditFinding('disk-deleting', { storage: '10Gi' }, disk),
    '✖ alice  disk data  of 10Gi is being deleted by somebody else.',
  ],
  [
    auditFinding('disk-changed', { field: 'storage', from: '10Gi', to: '20Gi' }, disk),
    '✖ alice  disk data  is not as it was left: storage 10Gi → 20Gi.',
  ],
  [
    auditFinding('disk-unused', { storage: '10Gi', since: time, released: false, purgeIn: 0 }, disk),
    '✖ alice  disk data  of 10Gi was last used on Fri 20 Nov 12:00, as far as is remembered. The cluster may purge it any day now.',
  ],
  [
    auditFinding('copy', { gpus: 1 }, run),
    '✖ alice  session dev  has our marks and was not launched from here; it holds 1 GPU. It is not touched.',
  ],
  [
    auditFinding('name-taken', { by: 'bob' }, run),
    '✖ alice  session dev  cannot be made: somebody else’s object has its name (bob’s).',
  ],
  [
    auditFinding('gpus-unrequested', { gpus: 2, pods: 1, since: time }, { key: 'Pod/x' }),
    '✖ the lab  Pod/x  holds 2 GPUs in 1 pod since Fri 20 Nov 12:00, for 4 d, and nobody requested it here.',
  ],
  [auditFinding('more-pods', { declared: 1, holds: 2 }, run), '✖ alice  session dev  holds 2 GPUs and declares 1 GPU.'],
  [
    auditFinding('past-deadline', { end: time }, run),
    '✖ alice  session dev  should have ended on Fri 20 Nov 12:00, 4 d ago, and has not.',
  ],
  [
    auditFinding('disk-released', { storage: '10Gi', since: time, days: 4, purgeIn: 170 }, disk),
    '◇ alice  disk data  of 10Gi was let go 4 days ago, on Fri 20 Nov 12:00. The cluster may purge it in 170 days.',
  ],
  [
    auditFinding('disk-released', { storage: '10Gi', since: time, days: 0, purgeIn: 170, retires: '2026-12-24' }, disk),
    '◇ alice  disk data  of 10Gi was let go today, on Fri 20 Nov 12:00. It is to be destroyed on 2026-12-24.',
  ],
  [
    auditFinding('ends-soon', { at: '2026-11-24T13:30:00Z', gpus: 2 }, run),
    '◌ alice  session dev  ends on Tue 24 Nov 13:30 at the latest, in 1 h 30 min; then 2 GPUs are free.',
  ],
  [
    auditFinding('run-ended', { run: 2, end: 'deadline', at: time }, run),
    '· alice  session dev  run 2 reached its end of time, on Fri 20 Nov 12:00.',
  ],
  [
    auditFinding('suspended-by-hand', { run: 2 }, run),
    '· alice  session dev  run 2 was suspended by hand. It is left so.',
  ],
  [
    auditFinding('member-left', { live: 1, disks: 2 }, { member: 'zoe' }),
    '· zoe    is not on the roster any more, and has 1 object going and 2 disks.',
  ],
]

test('the table has every code', () => {
  expect(new Set(table.map(([{ code }]) => code))).toEqual(new Set(Object.keys(auditWeights)))
})

describe('a finding is told', () => {
  test.each(table)('%j', (finding, row) => {
    expect(
      auditReport([finding], 'text', options)
        .split('\n')
        .map((line) => line.trim()),
    ).toContain(row)
  })
})

function lastLine(findings: readonly AuditFinding[]): string | undefined {
  return auditReport(findings, 'text', options).trimEnd().split('\n').at(-1)
}

test('the last line has the numbers', () => {
  const [unknown, person, news] = [
    auditFinding('lists-unread', { kinds: [] }),
    auditFinding('copy', { gpus: 0 }, run),
    auditFinding('suspended-by-hand', { run: 1 }, run),
  ]
  expect(lastLine([])).toBe('Everything is as it should be; 0 things to know.')
  expect(lastLine([news])).toBe('Everything is as it should be; 1 thing to know.')
  expect(lastLine([person, news])).toBe('1 need somebody, 1 thing to know.')
  expect(lastLine([unknown, person])).toBe('1 could not be told, 1 need somebody, 0 things to know.')
})

test('the JSON is what its schema says', () => {
  const {
    $schema: _,
    $id: __,
    ...schema
  } = JSON.parse(readFileSync('schemas/lab/audit.schema.json', 'utf8')) as Record<string, unknown>
  const validate = new Ajv({ strict: true, strictRequired: false, unicodeRegExp: false }).compile(schema)
  const text = auditReport(
    table.map(([finding]) => finding),
    'json',
    options,
  )
  validate(JSON.parse(text))
  expect(validate.errors).toBeNull()
  expect(JSON.parse(text)).toMatchObject({ v: 1, verdict: 'unknown' })
  expect(validate({ v: 1, title: '', at: options.now, verdict: 'clean', findings: [] })).toBe(false)
})

test('somebody else’s text is shown and not obeyed', () => {
  const finding = auditFinding('drifted', { by: 'x`@all`\u202e' }, settings)
  expect(auditReport([finding], 'text', options)).toContain('last with xˋ@allˋ␣202e')
  expect(auditReport([finding], 'markdown', options)).toContain('`xˋ@allˋ␣202e.`')
})
