import { describe, expect, test } from 'vitest'
import { finding, type Finding } from '../model/finding.ts'
import type { Judged } from '../model/report.ts'
import { exitCode } from './exit-code.ts'
import { verdict } from './verdict.ts'

const place = { file: 'users/alice/dev.ts' }
const wrong = finding('syntax-error', { message: 'x' }, place)
const warning = finding('syntax-error', { message: 'x' }, place, { severity: 'warning' })
const unsure = finding('took-too-long', { seconds: 10 }, place)
const one: readonly Judged[] = [{ name: 'alice/dev', file: 'users/alice/dev.ts', objects: 2 }]

describe('what the shell is told', () => {
  test.each<[string, readonly Judged[], readonly Finding[], number]>([
    ['all well', one, [], exitCode.done],
    ['a warning only', one, [warning], exitCode.done],
    ['an error', one, [wrong], exitCode.wrong],
    ['we could not tell', one, [unsure], exitCode.failed],
    ['both', one, [unsure, wrong], exitCode.wrong],
    ['nothing judged', [], [], exitCode.wrong],
    ['requests without objects', [{ name: 'a/b', file: 'f', objects: 0 }], [], exitCode.wrong],
  ])('%s', (_, judged, findings, code) => {
    expect(verdict({ unit: 'request', judged, findings })).toBe(code)
  })
})
