import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contradictions } from './api-contradictions.ts'
import { nameRules, reasons, valueRules } from './api-forms.ts'
import { apiSentences } from './api.ts'
import type { Sentence } from './sentence.ts'

/** One value for each argument of whatever code: what matters here is the form of the sentences. */
const args = {
  allowed: ['Never', 'OnFailure'],
  because: 'recreate',
  count: 4,
  example: '100Gi',
  field: 'image',
  fields: ['value', 'valueFrom'],
  form: 'label',
  ip: '10.0.0.1',
  kind: 'Deployment',
  length: 64,
  limit: 63,
  max: 3,
  min: 1,
  name: 'alice',
  operator: 'Gt',
  path: '/data',
  pod: 'alice-9',
  policy: 'Never',
  request: '2',
  resource: 'nvidia.com/gpu',
  rule: 'none-alone',
  size: 70,
  sources: ['emptyDir', 'secret'],
  unit: 'bytes',
  value: 'My_Name',
  volume: 'data',
  volumes: ['data', 'shm'],
  what: 'IPv6',
}

/** What is odd about the two sentences. */
function oddities({ what, fix }: Sentence): readonly string[] {
  return [what, fix].filter((sentence) => {
    const whole = /^[A-Z`0-9-].*\.$/s.test(sentence) && !/undefined|NaN|\[object| {2}|\.\.$/.test(sentence)
    return !whole || sentence.split('`').length % 2 === 0
  })
}

const tell = apiSentences as unknown as Readonly<Record<string, (said: object) => Sentence>>

const formOf: Readonly<Record<string, object>> = { 'value-malformed': { form: 'ip' } }

test.each(Object.keys(apiSentences))('%s is told in two whole sentences', (code) => {
  expect(oddities(tell[code]?.({ ...args, ...formOf[code] }) ?? { what: '', fix: '' })).toEqual([])
})

test.each(Object.keys(contradictions))('%s is told in two whole sentences', (rule) => {
  expect(oddities(contradictions[rule as keyof typeof contradictions])).toEqual([])
})

test.each(Object.entries({ ...nameRules, ...valueRules }))('%s is a phrase', (_, phrase) => {
  expect(phrase).toMatch(/^[^A-Z].*[^.]$/)
})

test.each(Object.entries(reasons))('%s is a sentence', (_, sentence) => {
  expect(sentence).toMatch(/^[A-Z`].*\.$/)
})

test('a better name is shown where there is one', () => {
  expect(apiSentences['name-invalid']({ value: 'My_Run.v2', form: 'label' }).fix).toContain('`my-run-v2`')
  expect(apiSentences['name-invalid']({ value: 'My_Run.v2', form: 'subdomain' }).fix).toContain('`my-run.v2`')
  expect(apiSentences['name-invalid']({ value: '2Web', form: 'service-name' }).fix).toContain('`web`')
  expect(apiSentences['name-invalid']({ value: '___', form: 'label' }).fix).not.toContain('``')
})

const forms = { label: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 'service-name': /^[a-z]([-a-z0-9]*[a-z0-9])?$/ }

test.each(Object.entries(forms))('a better name of the form %s has the form', (form, pattern) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
      const { fix } = apiSentences['name-invalid']({ value, form: form as keyof typeof forms })
      const better = /: `(.*)`\.$/.exec(fix)?.[1]
      expect(better === undefined || pattern.test(better)).toBe(true)
    }),
  )
})

test('the number and the limit are told', () => {
  expect(apiSentences['name-too-long']({ value: 'a', length: 70, limit: 63, form: 'label' })).toEqual({
    what: '`a` has 70 characters, and the limit is 63.',
    fix: 'Shorten it by 7 or more.',
  })
  expect(apiSentences['out-of-range']({ value: 0, min: 1, max: 65535 }).fix).toBe(
    'Write a number that is between 1 and 65535.',
  )
  expect(apiSentences['out-of-range']({ value: -1, min: 0 }).fix).toBe('Write a number that is at least 0.')
})

test('a value that fills the screen is cut', () => {
  expect(apiSentences['name-invalid']({ value: 'x y'.repeat(1000), form: 'label' }).what.length).toBeLessThan(140)
})
