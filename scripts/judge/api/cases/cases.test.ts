import { describe, expect, test } from 'vitest'
import { judgeApi } from '../index.ts'
import { serverPath } from '../server-path.ts'
import { serverReasons } from '../server-reasons.ts'
import { cases } from './index.ts'

/** Keys made of many letters are cut in the rows. */
const cut = (path: string): string => path.replaceAll(/[^[\].]{41,}/g, (key) => `${key.slice(0, 20)}…`)

describe.each(Object.entries(cases))('%s', (_, rows) => {
  test.each(rows.map(([title, manifest, ...faults]) => ({ title, manifest, faults })))('$title', (row) => {
    expect(judgeApi(row.manifest).map((fault) => `${fault.code} ${cut(serverPath(fault))}`.trim())).toEqual(row.faults)
  })
})

test('every code has a row', () => {
  const told = Object.values(cases).flatMap((rows) => rows.flatMap(([, manifest]) => judgeApi(manifest)))
  const codes = new Set<string>(told.map(({ code }) => code))
  const known = [
    ...Object.keys(serverReasons),
    'class-decides',
    'cluster-ip-fixed',
    'devices-uncounted',
    'env-duplicate',
    'env-name-odd',
    'field-manager-odd',
    'silently-dropped',
  ]
  expect(known.filter((code) => !codes.has(code))).toEqual([])
})

test('a title stands once in its table', () => {
  const titles = Object.entries(cases).flatMap(([area, rows]) => rows.map(([title]) => `${area}: ${title}`))
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
})
