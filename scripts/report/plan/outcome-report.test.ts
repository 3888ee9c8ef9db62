import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { outcomeReport } from './index.ts'
import config from '../../../lab.config.ts'
import { auditWeights } from '../../model/codes/audit.ts'
import { goesOn } from '../../model/codes/pending.ts'
import type { Key } from '../../model/object-key.ts'
import { endingOf, type Outcome } from '../../model/outcome.ts'
import type { Lock } from '../../model/plan.ts'
import type { Progress } from '../../model/progress.ts'
import type { Watched } from '../../model/watched.ts'

const options = { title: 'Apply of abc', lab: config, now: '2026-11-24T12:00:00Z', color: false, width: 400 }

function outcome(key: Key, ending: Outcome['ending'], more: Partial<Outcome> = {}): Outcome {
  const step = { key, member: 'alice', operation: 'keep', args: {} } as const
  return { key, member: 'alice', ending, left: 'as-it-was', args: {}, step, ...more }
}

function seen(key: Key, progress?: Progress): Watched {
  return { key, member: 'alice', ...(progress && { progress }) }
}

/** One outcome with what was seen of it, without title, group and summary. */
function told(ending: Outcome['ending'], progress?: Progress): readonly string[] {
  const applied = {
    outcomes: [outcome('Pod/alice-dev', ending)],
    locks: [],
    watched: [seen('Pod/alice-dev', progress)],
  }
  const [, group = '', ...rows] = outcomeReport(applied, 'text', options)
    .split('\n')
    .filter((line) => line !== '')
  return [group, ...rows.slice(0, -1).map((row) => row.trim())]
}

const full = { code: 'machines-full', args: { resource: 'nvidia.com/gpu', machines: 3, elsewhere: 0 } } as const
const image = { code: 'image-missing', args: { image: 'x:1' } } as const

describe('a run that was waited for', () => {
  const table: readonly (readonly [
    ending: Outcome['ending'],
    progress: Progress | undefined,
    rows: readonly string[],
  ])[] = [
    ['launched', { is: 'running', pods: 1, of: 1 }, ['Done', '✔ alice  session dev  was launched. It is running.']],
    [
      'launched',
      { is: 'running', pods: 2, of: 3 },
      ['Done', '✔ alice  session dev  was launched. 2 of its 3 parts are running.'],
    ],
    [
      'launched',
      { is: 'queued', why: full },
      [
        'Waits',
        '◌ alice  session dev  was launched. The cluster is full: 3 machines would do, and none has enough GPUs left.',
        'Wait, or allow more kinds of GPU: a memory class such as `1x24GB` takes any card that has it.',
      ],
    ],
    [
      'kept',
      { is: 'refused', why: image },
      [
        'Launched, and does not start by itself',
        '✖ alice  session dev  was launched before. The image `x:1` does not exist.',
        'Correct its name or its tag.',
      ],
    ],
    [
      'launched',
      { is: 'ended', end: 'failed', cause: { cause: 'exit-code', exitCode: 3 } },
      ['Done', '✔ alice  session dev  was launched. It is over: it failed, with exit code 3.'],
    ],
    [
      'launched',
      { is: 'ended', end: 'failed', cause: { cause: 'evicted', message: 'too `much`\u202e.' } },
      ['Done', '✔ alice  session dev  was launched. It is over: it failed; its machine put it out: too ˋmuchˋ␣202e.'],
    ],
    [
      'launched',
      { is: 'absent' },
      [
        'Done',
        '✔ alice  session dev  was launched. It is not there any more: somebody has deleted it.',
        'To run it again, raise `run`.',
      ],
    ],
    [
      'launched',
      undefined,
      [
        'Done',
        '✔ alice  session dev  was launched. How it goes on could not be looked at.',
        'The next apply, within 15 minutes, looks again.',
      ],
    ],
  ]
  test.each(table)('%s, %j', (ending, progress, rows) => {
    expect(told(ending, progress)).toEqual(rows)
  })
})

function linesOf(one: Outcome): string {
  return outcomeReport({ outcomes: [one], locks: [] }, 'text', options)
}

describe('a disk that the storage identity is to change', () => {
  const disk = 'PersistentVolumeClaim/alice-data'
  test('grows later, and that is no failure', () => {
    const text = linesOf(outcome(disk, 'held', { hold: 'storage', args: { from: '100Gi', to: '200Gi' } }))
    expect(text).toContain(
      'Waits\n  ◌ alice  disk data  grows from 100Gi to 200Gi, with its data, when `lab storage` runs.',
    )
    expect(text).toContain('1 wait')
  })

  test('ends later, and can be kept until then', () => {
    const text = linesOf(outcome(disk, 'held', { hold: 'storage', args: { storage: '100Gi', on: '2026-12-24' } }))
    expect(text).toContain('is destroyed with its data (100Gi), as ordered for 2026-12-24, when `lab storage` runs.')
    expect(text).toContain('To keep it, take the retirement out')
  })

  test('has grown', () => {
    expect(linesOf(outcome(disk, 'updated', { args: { from: '100Gi', to: '200Gi' } }))).toContain(
      'was grown from 100Gi to 200Gi, with its data.',
    )
  })
})

test('an apply with nothing to do says so', () => {
  expect(outcomeReport({ outcomes: [], locks: [] }, 'text', options)).toContain('Nothing was due.')
})

describe('the record', () => {
  const locks: readonly Lock[] = [{ lock: 'inventory', scope: 'member', member: 'bob', args: { why: 'not-json' } }]
  const endings = [...new Set([...Object.values(endingOf), 'failed', 'skipped', 'interrupted'] as const)]
  const progresses: readonly (Progress | undefined)[] = [
    undefined,
    { is: 'absent' },
    { is: 'going' },
    { is: 'queued', why: full },
    { is: 'running', pods: 1, of: 2 },
    { is: 'ended', end: 'deadline', at: '2026-11-24T12:00:00Z' },
  ]
  const outcomes = [
    ...endings.map((ending, index) => outcome(`Pod/alice-${index}`, ending)),
    ...progresses.map((_, index) => outcome(`Job/alice-${index}`, 'launched')),
  ]
  const watched = progresses.map((progress, index) => seen(`Job/alice-${index}`, progress))

  test('is what its schema says, whatever happened', () => {
    const validate = new Ajv({ strict: true, strictRequired: false, unicodeRegExp: false }).compile(schemaOf('outcome'))
    validate(JSON.parse(outcomeReport({ outcomes, locks, watched }, 'json', options)))
    expect(validate.errors).toBeNull()
    expect(validate({ v: 1, title: '', at: 'now', locks: [], outcomes: [] })).toBe(false)
  })

  test('tells what people are told', () => {
    const record = JSON.parse(outcomeReport({ outcomes, locks, watched }, 'json', options)) as {
      readonly outcomes: readonly { readonly key: string; readonly what: string; readonly progress?: object }[]
    }
    expect(record.outcomes.find(({ key }) => key === 'Job/alice-4')).toMatchObject({
      what: 'was launched. 1 of its 2 parts are running.',
      progress: { is: 'running', pods: 1, of: 2 },
    })
    expect(record.outcomes.find(({ key }) => key === 'Job/alice-0')).toMatchObject({ progress: { is: 'unknown' } })
    expect(record.outcomes[0]).not.toHaveProperty('progress')
  })
})

test('the vocabularies of the schemas are those of the program', () => {
  expect(enumsOf('outcome')).toContain(JSON.stringify(Object.keys(goesOn)))
  expect(enumsOf('outcome')).toContain(JSON.stringify(Object.keys(endingOf)))
  expect(enumsOf('plan')).toContain(JSON.stringify(Object.keys(endingOf)))
  expect(enumsOf('audit')).toContain(JSON.stringify(Object.keys(auditWeights)))
})

/** Each list of words that a schema allows. */
function enumsOf(name: string): readonly string[] {
  return [...JSON.stringify(schemaOf(name)).matchAll(/"enum":(\[[^\]]*\])/g)].map(([, list = '[]']) => list)
}

function schemaOf(name: string): object {
  const text = readFileSync(`schemas/lab/${name}.schema.json`, 'utf8')
  const { $schema: _, $id: __, ...schema } = JSON.parse(text) as Record<string, unknown>
  return schema
}

describe('a lock on the whole lab', () => {
  const older: Lock = { lock: 'older-commit', scope: 'lab', args: { newest: 7, height: 6 } }
  const outcomes = [outcome('Pod/alice-dev', 'skipped'), outcome('Pod/alice-old', 'kept')]
  const text = (locks: readonly Lock[], of = outcomes) => outcomeReport({ outcomes: of, locks }, 'text', options)

  test('is told once, and not for everything that stands behind it', () => {
    expect(text([older])).toMatch(/^✖ A newer commit was applied already/m)
    expect(text([older])).not.toContain('session dev')
    expect(text([older])).toContain('Nothing was done: 1 object behind the lock. 1 object more needed nothing.')
  })
  test('without anything behind it', () => {
    expect(text([older], [])).toContain('Nothing was done.')
  })
  test('one member’s lock explains nothing about another', () => {
    const other: Lock = { lock: 'broken-files', scope: 'member', member: 'bob', args: {} }
    expect(text([other])).toContain('session dev  was not tried')
    expect(text([other])).toContain('Run `npx lab check`')
  })
  test('what nobody signed is not called an error', () => {
    const unsigned: Lock = { lock: 'broken-files', scope: 'member', member: 'bob', args: { unapproved: true } }
    expect(text([unsigned])).toContain('Requests of bob reached main without the review’s signature')
    expect(text([unsigned])).not.toContain('lab check')
  })
})

test('a member’s own prefix is left out, like a login', () => {
  const lab = { ...config, members: { alice: { prefix: 'al' } } }
  const text = outcomeReport({ outcomes: [outcome('Pod/al-dev', 'created')], locks: [] }, 'text', { ...options, lab })
  expect(text).toContain('✔ alice  session dev  was made.')
})
