import { describe, expect, test } from 'vitest'
import { kinds } from './cases/index.ts'
import { manifest, written } from './cases/values.ts'
import { createEvaluator, outcomeOf } from './evaluator.ts'

const evaluate = await createEvaluator()

describe.each(kinds)('%s', (_, cases) => {
  test.each(cases)('%s', (_attempt, files, outcome) => {
    expect(outcomeOf(evaluate(files))).toEqual(outcome)
  })
})

describe('what is data comes out as it is', () => {
  test.each(written)('%s', (value, expected) => {
    expect(evaluate(manifest(value)).objects[0]?.manifest).toEqual({ apiVersion: 'v1', kind: 'Pod', ...expected })
  })
})

describe('the finding says what helps', () => {
  test.each([
    ["import { sesion } from '#lab'", { name: 'sesion', from: '#lab', near: 'session' }],
    ["import { session, SessionOptions } from '#lab'", { name: 'SessionOptions', from: '#lab', type: true }],
    ["import lab from '#lab'", { name: 'default', from: '#lab' }],
    ['volme()', { name: 'volme', near: 'volume' }],
    ['const data = 1\ndta()', { name: 'dta', near: 'data' }],
    ['const a = True', { name: 'True', near: 'true' }],
    ['[].concat(gpu=1)', { name: 'gpu', assigned: true }],
    ['[].concat({ gpu = 1 })', { message: "expecting '}'", slip: 'equals', word: '=' }],
    ['process.env', { name: 'process', why: 'machine' }],
    ["import './dve'", { specifier: './dve', near: './dev.ts' }],
    ["import '../bob/data.ts'", { specifier: '../bob/data.ts', why: 'member' }],
    ["import '../alice/data.ts'", { specifier: '../alice/data.ts', why: 'member' }],
    ["import '../../templates/made.ts'", { specifier: '../../templates/made.ts', why: 'templates' }],
    ["import '../../../x.ts'", { specifier: '../../../x.ts', why: 'outside' }],
    ['JSON.parse("{")', { message: 'SyntaxError: expecting property name' }],
    ["export const a = { apiVersion: '', kind: '', a: new (class Foo {})() }", { class: 'Foo', at: 'a' }],
  ])('%s', (text, args) => {
    expect(evaluate(text).findings[0]?.args).toEqual(args)
  })
})
