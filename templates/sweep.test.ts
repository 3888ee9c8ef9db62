import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sweep } from './sweep.ts'

const options = { image: 'pytorch', hours: 12, command: 'true', parallel: 3 } as const

/** What Kubernetes makes of a word of a command before it runs it, with no variable of that name. */
const expanded = (word: string): string => word.replaceAll(/\$\$|\$\(/g, (found) => (found === '$$' ? '$' : found))

function run(command: readonly string[] | undefined, index: number): string {
  const [program = '', ...words] = (command ?? []).map(expanded)
  return execFileSync(program, words, {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', JOB_COMPLETION_INDEX: `${index}` },
  })
}

test('one run for each combination, the last variable fastest', () => {
  const { spec } = sweep('lr', {
    ...options,
    over: { LR: [1e-2, 1e-7], SEED: [1, 2, 3] },
    command: 'echo $LR $SEED',
    retries: 1,
  })
  expect(spec).toMatchObject({ completionMode: 'Indexed', completions: 6, parallelism: 3, backoffLimitPerIndex: 1 })
  expect(spec).not.toHaveProperty('backoffLimit')
  const outputs = [0, 1, 2, 3, 4, 5].map((index) => run(spec.template.spec?.containers[0]?.command, index).trim())
  expect(outputs).toEqual(['0.01 1', '0.01 2', '0.01 3', '1e-7 1', '1e-7 2', '1e-7 3'])
})

test('no more at a time than there are', () => {
  expect(sweep('lr', { ...options, over: { SEED: [1, 2] } }).spec.parallelism).toBe(2)
})

test('a list gets the variables too, word by word', () => {
  const command = ['sh', '-c', 'echo "$SEED" "$0" "$1"', 'a b', '$(SEED)']
  const { spec } = sweep('lr', { ...options, over: { SEED: [7] }, command })
  expect(run(spec.template.spec?.containers[0]?.command, 0)).toBe('7 a b $(SEED)\n')
})

test('a failure in the middle of a line fails the run', () => {
  const { spec } = sweep('lr', { ...options, over: { SEED: [7] }, command: 'false | cat; echo on' })
  expect(() => run(spec.template.spec?.containers[0]?.command, 0)).toThrow('Command failed')
})

describe('whatever the values are', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom("'", '$$', '$(id)', '`id`', '\\', '\n', '"', '-n', '${HOME}', ''),
  )
  test('each run gets them as they were written', () => {
    const property = fc.property(
      fc.array(
        value.filter((text) => !/[\0\uD800-\uDFFF]/.test(text)),
        { minLength: 1, maxLength: 4 },
      ),
      (values) => {
        const command = ['printenv', 'VALUE']
        const { spec } = sweep('lr', { ...options, over: { VALUE: values }, command })
        const outputs = values.map((_, index) => run(spec.template.spec?.containers[0]?.command, index))
        expect(outputs).toEqual(values.map((text) => `${text}\n`))
      },
    )
    fc.assert(property, { numRuns: 40 })
  })
})
