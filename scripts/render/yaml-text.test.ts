import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Json, JsonObject } from '../model/json.ts'
import awkward from './awkward.json' with { type: 'json' }
import { yamlText } from './yaml-text.ts'

/** A reader of YAML 1.1 that, like kubectl's, refuses a key twice. What it hears otherwise than kubectl is in `awkward.json`. */
const read = (text: string): unknown => parse(text, { version: '1.1', uniqueKeys: true, maxAliasCount: 0 })

const breaks = '\r \r\n \t \u0085 \u2029 \n\n \n\x20 \n\t \n# \n---\n'.split(' ')
const odd = '\u0007 \u001b \u007f \u009f \u202e \ufe0f \ufffe \u{1ffff} é 👩\u200d💻 e\u0301 " \' \\'.split(' ')
const pieces = [...awkward.rows.map((row) => row.text), ...breaks, ...odd, '  ', ' \n', '\n- ', '\n: ', '\n ']
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''))
const number = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(1e21, 1e-7, 2 ** 53))
  .map((n) => n + 0)
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    text,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))
const object = fc.dictionary(text, value, { maxKeys: 5, noNullPrototype: true })

describe('what is read back is what was written', () => {
  test('for all data and all strings, as values and as keys', () => {
    fc.assert(
      fc.property(object, (data) => {
        expect(read(yamlText(data))).toEqual(data)
      }),
      { numRuns: 3000 },
    )
  })

  test.each<JsonObject>([
    { long: 'x'.repeat(5000), ['k'.repeat(2000)]: { ['é'.repeat(1500)]: [1] } },
    { [' '.repeat(1024)]: ' '.repeat(1024) },
    { __proto: 1, constructor: null, ['__proto__']: 'own' },
    { deep: [[[[[[{ a: [[{}], [], { b: [] }] }]]]]]] },
    { script: 'set -e\n\nif true; then\n\techo "a"  \n  echo b\nfi\n' },
    { script: '#!/bin/sh\n---\n...\n# no comment\n- no item\nno: key' },
    { list: ['a\nb', 'a\nb\n', 'a\nb\n\n', '\na', ' a\nb', '\ta\nb', 'a\n \nb', 'a\n\u2028b'] },
  ])('for %j', (data) => {
    expect(read(yamlText(data))).toEqual(data)
  })
})

describe('how people see it', () => {
  test('identity first, then by the alphabet; blocks for lists, maps and scripts', () => {
    const manifest = {
      spec: {
        volumes: [],
        containers: [
          { env: [{ value: 'yes', name: 'A' }], command: ['bash', '-c', 'a\nb\n'], image: 'a/b:1', name: 'main' },
        ],
      },
      metadata: { annotations: {}, labels: { b: '1', a: '2' }, name: 'x' },
      kind: 'Pod',
      apiVersion: 'v1',
    }
    expect(yamlText(manifest)).toBe(`apiVersion: v1
kind: Pod
metadata:
  name: x
  labels:
    a: "2"
    b: "1"
  annotations: {}
spec:
  containers:
    - name: main
      image: a/b:1
      command:
        - bash
        - -c
        - |
          a
          b
      env:
        - name: A
          value: "yes"
  volumes: []`)
  })
})
