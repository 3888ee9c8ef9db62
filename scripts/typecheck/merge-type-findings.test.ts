import { expect, test } from 'vitest'
import { finding, type Finding, type Severity } from '../model/finding.ts'
import { mergeTypeFindings } from './merge-type-findings.ts'

const dev = 'users/alice/dev.ts'

function judged(line: number, severity: Severity = 'error', file = dev): Finding {
  return finding('option-missing', { template: 'session', option: 'hours' }, { file, line }, { severity })
}

function typed(line: number, file = dev): Finding {
  return finding('type-error', { ts: 2741, message: `line ${line}` }, { file, line })
}

const syntax = finding('syntax-error', { message: 'no' }, { file: dev, line: 1 })
const timeout = finding('types-timeout', { seconds: 10 }, { file: dev }, { severity: 'warning' })

test.each<[what: string, judged: readonly Finding[], types: readonly Finding[], kept: readonly Finding[]]>([
  ['the same line is told once, by the judge', [judged(3)], [typed(3)], []],
  ['another line is told', [judged(3)], [typed(4)], [typed(4)]],
  [
    'the same line of another file is told',
    [judged(3)],
    [typed(3, 'users/alice/b.ts')],
    [typed(3, 'users/alice/b.ts')],
  ],
  ['a warning hides no error', [judged(3, 'warning')], [typed(3)], [typed(3)]],
  ['a syntax error is told once for its file', [syntax], [typed(1), typed(9)], []],
  [
    'a syntax error hides nothing in another file',
    [syntax],
    [typed(9, 'users/alice/b.ts')],
    [typed(9, 'users/alice/b.ts')],
  ],
  [
    'that types were not checked is always told',
    [syntax, finding('option-missing', { template: 'session', option: 'hours' }, { file: dev })],
    [timeout],
    [timeout],
  ],
  ['nothing judged', [], [typed(1)], [typed(1)]],
])('%s', (_, ours, types, kept) => {
  expect(mergeTypeFindings(ours, types)).toEqual([...ours, ...kept])
})
