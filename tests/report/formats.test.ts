import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { finding, type Finding } from '../../scripts/model/finding.ts'
import type { Format, Judged, Report } from '../../scripts/model/report.ts'
import { formatters } from '../../scripts/report/formats/index.ts'
import { tell } from '../../scripts/report/telling.ts'
import { fixtureOptions, fixtureReport, fixtureTelling } from './fixture.ts'

const options = fixtureOptions
const say = (report: Report, format: Format): string =>
  formatters[format](
    tell(report, ({ code }) => ({ what: `What ${code} is.`, fix: `Mend ${code}.` })),
    options,
  )

describe('one report in each format', () => {
  test.each<[Format, string]>([
    ['text', 'report.txt'],
    ['json', 'report.json'],
    ['github', 'report.github.txt'],
    ['sarif', 'report.sarif.json'],
    ['junit', 'report.junit.xml'],
    ['markdown', 'report.md'],
  ])('%s', async (format, file) => {
    await expect(formatters[format](fixtureTelling, options)).toMatchFileSnapshot(file)
  })

  test('text in a wide terminal, in colour', async () => {
    await expect(formatters.text(fixtureTelling, { ...options, width: 120, color: true })).toMatchFileSnapshot(
      'report.color.txt',
    )
  })

  test('is the same in whatever order findings come', () => {
    const shuffled = { ...fixtureReport, findings: fixtureReport.findings.toReversed() }
    for (const format of ['text', 'json', 'github', 'sarif', 'junit', 'markdown'] as const)
      expect(say(shuffled, format)).toBe(say(fixtureReport, format))
  })
})

const validate = (schema: string, strict: boolean) => {
  const { $schema: _, id: __, ...body } = JSON.parse(readFileSync(schema, 'utf8')) as Record<string, unknown>
  return new Ajv({ strict, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(body)
}
describe('what machines read is what their schemas say', () => {
  const reports: readonly [string, Report][] = [
    ['the fixture', fixtureReport],
    ['nothing', { unit: 'file', judged: [], findings: [] }],
    ['a lab of which we could not tell', { unit: 'request', judged: [], findings: [unsure()] }],
  ]

  test.each(reports)('json: %s', (_, report) => {
    const schema = validate('schemas/lab/findings.schema.json', true)
    schema(JSON.parse(say(report, 'json')))
    expect(schema.errors).toBeNull()
  })

  test.each(reports)('sarif: %s', (_, report) => {
    const schema = validate('tests/report/sarif-2.1.0-rtm.5.schema.json', false)
    schema(JSON.parse(say(report, 'sarif')))
    expect(schema.errors).toBeNull()
  })

  test('these schemas do refuse', () => {
    expect(validate('schemas/lab/findings.schema.json', true)({ v: 1, verdict: 'fine' })).toBe(false)
    expect(validate('tests/report/sarif-2.1.0-rtm.5.schema.json', false)({ version: '2.1.0', runs: [{}] })).toBe(false)
  })
})

const alice: Judged = { name: 'alice/dev', file: 'users/alice/dev.ts', objects: 2 }
const bob: Judged = { name: 'bob/job', file: 'users/bob/job.ts', objects: 3 }

function unsure(): Finding {
  return finding('could-not-tell', { what: 'what', why: 'why' }, { file: 'lab.config.ts' })
}

function wrong(severity: Finding['severity'], line = 1): Finding {
  return finding('syntax-error', { message: 'm' }, { file: alice.file, line }, { severity, request: alice.name })
}

describe('the last line', () => {
  test.each<[string, Report['unit'], readonly Judged[], readonly Finding[], string]>([
    ['praise', 'request', [alice, bob], [], '✔ 2 requests, 5 objects: everything fits.'],
    ['praise of one', 'request', [{ ...alice, objects: 1 }], [], '✔ 1 request, 1 object: everything fits.'],
    [
      'praise with a word',
      'request',
      [alice],
      [wrong('warning')],
      '✔ 1 request, 2 objects: nothing is wrong.  ▲ 1 warning',
    ],
    ['an error', 'request', [alice, bob], [wrong('error')], '✖ 1 error  in 2 requests, 5 objects.'],
    [
      'more',
      'file',
      [alice],
      [wrong('error'), wrong('error', 2), wrong('notice')],
      '✖ 2 errors  ● 1 notice  in 1 file, 2 objects.',
    ],
    ['nothing there', 'request', [], [], '✖ Nothing was checked: there is no request here.'],
    ['no file', 'file', [], [], '✖ Nothing was checked: there is no file here.'],
    ['nothing in it', 'file', [{ ...alice, objects: 0 }], [], '✖ Nothing was checked: no object in 1 file.'],
    [
      'ours',
      'request',
      [alice],
      [unsure()],
      '✖ 1 error  in 1 request, 2 objects. We could not tell whether everything fits; no request is known to be wrong.',
    ],
    ['ours and theirs', 'request', [alice], [unsure(), wrong('error')], '✖ 2 errors  in 1 request, 2 objects.'],
  ])('%s', (_, unit, judged, findings, line) => {
    expect(say({ unit, judged, findings }, 'text').trimEnd().split('\n').at(-1)).toBe(line)
  })
})

const many = (severity: Finding['severity'], count: number) =>
  Array.from({ length: count }, (_, index) => wrong(severity, index + 1))
const commands = (text: string) => text.split('\n').filter((line) => /^::(?:error|warning|notice) /.test(line))

describe('limits of others', () => {
  test('github: ten annotations of a kind are shown, so the tenth sums up', () => {
    const report: Report = {
      unit: 'request',
      judged: [alice],
      findings: [...many('error', 10), ...many('warning', 12)],
    }
    const lines = commands(say(report, 'github'))
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10)
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10)
    expect(lines.at(-1)).toBe('::warning title=3 warnings more::users/alice/dev.ts: 3')
    expect(say(report, 'github').match(/Mend syntax-error/g)).toHaveLength(10 + 9 + 22)
  })

  test('markdown: what does not fit a comment is counted', () => {
    const text = say({ unit: 'request', judged: [alice], findings: many('error', 2000) }, 'markdown')
    const shown = text.match(/^- /gm)?.length ?? 0
    expect(text.length).toBeLessThanOrEqual(60_000)
    expect(shown).toBeGreaterThan(300)
    expect(text).toContain(`\n\n${2000 - shown} findings more than fit here:`)
  })

  test('sarif: a fingerprint outlives lines and numbers, and tells equal findings apart', () => {
    const prints = (findings: readonly Finding[]) => {
      const log = JSON.parse(say({ unit: 'request', judged: [alice], findings }, 'sarif')) as {
        runs: [{ results: { partialFingerprints: object }[] }]
      }
      return log.runs[0].results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints))
    }
    const [one, two] = prints(many('error', 2))
    expect(one).not.toBe(two)
    expect(prints([wrong('error', 99)])).toEqual([one])
    expect(
      prints([finding('syntax-error', { message: 'other' }, { file: alice.file, line: 5 }, { request: alice.name })]),
    ).toEqual([one])
    expect(prints([finding('syntax-error', { message: 'm' }, { file: bob.file, line: 1 })])).not.toEqual([one])
  })

  test('junit: what belongs to no request is a case of its own, and ours is an error, not a failure', () => {
    const text = say({ unit: 'request', judged: [alice, bob], findings: [wrong('error'), unsure()] }, 'junit')
    expect(text).toContain('<testsuites name="lab" tests="3" failures="1" errors="1">')
    expect(text).toContain('<testcase name="bob/job" classname="lab" file="users/bob/job.ts"/>')
    expect(text).toMatch(/<testcase name="lab.config.ts"[^>]*>\s*<error /)
  })

  test('junit: nothing checked is no green suite', () => {
    expect(say({ unit: 'request', judged: [], findings: [] }, 'junit')).toContain('tests="1" failures="0" errors="1"')
  })
})

const sources = (): string => "token: 'hf_secret'\nother: 'hf_secret'\n"

test('a file in which a key was found is not quoted, in no format', () => {
  const key = finding('credential-in-text', { kind: 'k' }, { file: alice.file, line: 1, column: 1 })
  const telling = tell({ unit: 'request', judged: [alice], findings: [key, wrong('error', 2)] }, () => ({
    what: 'W',
    fix: 'F',
  }))
  for (const formatter of Object.values(formatters))
    expect(formatter(telling, { ...options, sources })).not.toContain('hf_secret')
  expect(formatters.text(telling, { ...options, sources })).toContain('its lines are not shown')
  expect(formatters.text({ ...telling, told: telling.told.slice(1) }, { ...options, sources })).toContain('hf_secret')
})

const unchosen = (object: string): Finding =>
  finding(
    'gpu-any',
    { example: '1080Ti' },
    { file: alice.file, line: 3, column: 5 },
    { object, path: 'spec', request: alice.name },
  )

test('text: where one line makes several objects, each finding names its own', () => {
  const report = { unit: 'request', judged: [alice], findings: [unchosen('Pod/a'), unchosen('Pod/b')] } as const
  expect(say(report, 'text')).toMatch(/In    Pod\/a spec[^]*In    Pod\/b spec/)
  expect(say({ ...report, findings: [unchosen('Pod/a')] }, 'text')).not.toContain('Pod/a')
})
