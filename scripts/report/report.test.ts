import { describe, expect, test } from 'vitest'
import { finding } from '../model/finding.ts'
import { formats, type Report } from '../model/report.ts'
import { report } from './report.ts'

const file = 'users/alice/dev.ts'
const options = { color: false, width: 80, sources: () => 'export default (\n' }

describe('a finding is told in the words of its layer', () => {
  const findings = [finding('syntax-error', { message: 'Unexpected \u202etoken' }, { file, line: 2, column: 1 })]
  const result: Report = { unit: 'request', judged: [{ name: 'alice/dev', file, objects: 0 }], findings }

  test.each(formats)('%s', (format) => {
    const text = report(result, format, options)
    expect(text).toContain('syntax-error')
    expect(text).toContain('Unexpected ␣202etoken')
    expect(text.endsWith('\n')).toBe(true)
  })
})
