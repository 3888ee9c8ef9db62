import { describe, expect, test } from 'vitest'
import type { RunRow } from '../../scripts/model/card.ts'
import { commentMark } from '../../scripts/model/own-marks.ts'
import { runMarks } from '../../scripts/report/index.ts'
import { dev, disk, failed, held, merged, over, queued } from './run-card.ts'
import { where } from './scene.ts'

function said(...runs: readonly RunRow[]): readonly string[] {
  const { comment = '' } = runMarks({ ...merged, runs }, where)
  return comment.split('\n')
}

const head = (...runs: readonly RunRow[]): string => said(...runs)[1] ?? ''

describe('the first line says what matters most', () => {
  test.each<[string, readonly RunRow[], string]>([
    ['runs, until when', [dev, disk], '### ● `session dev` is running until Tue 24 Nov 18:05 · 1 applied'],
    ['waits', [queued], '### ◌ `session dev` waits'],
    ['in line', [held, dev], '### ◌ `job llm` waits · 1 running'],
    ['the cluster said no', [failed, held, dev], '### ✖ `job llm` did not succeed · 1 wait · 1 running'],
    ['two of them', [failed, failed], '### ✖ 2 did not succeed'],
    ['its time is over', [over], '### ✔ `session dev` is over'],
    ['a disk alone', [disk], '### ✔ `disk data` was applied'],
    ['nothing', [], '### ✔ Merged; nothing in the cluster had to change'],
    ['what stays as it is', [{ ...disk, ending: 'kept' }], '### ✔ Merged; nothing in the cluster had to change'],
  ])('%s', (_, runs, expected) => {
    expect(head(...runs)).toBe(expected)
  })
})

test('our own comment is found by its first line', () => {
  expect(said(dev)[0]).toBe(commentMark)
})

test('what runs has the lines to connect, and what does not has none', () => {
  expect(said(dev).map((line) => line.trim())).toEqual(
    expect.arrayContaining([
      'kubectl -n uci-datalab exec -it pod/carol-dev -- bash',
      'kubectl -n uci-datalab logs -f pod/carol-dev',
      'kubectl -n uci-datalab port-forward pod/carol-dev 8888:8888',
    ]),
  )
  for (const row of [queued, held, failed, over, disk]) expect(said(row).join('\n')).not.toContain('kubectl')
})

test('nothing but names comes into a line for a shell', () => {
  for (const key of ['Pod/x;rm -rf ~', 'Pod/$(id)', 'Pod/a b', 'Pod/-x', 'Pod/x\nid', 'Node/x']) {
    expect(said({ ...dev, key }).join('\n')).not.toContain('kubectl')
  }
  expect(
    said({ ...dev, ports: [1.5, 8888] })
      .join('\n')
      .match(/port-forward/g),
  ).toHaveLength(1)
})

test('who waits in line is marked for the list', () => {
  expect(runMarks({ ...merged, runs: [held] }, where).labels).toEqual(['held'])
  expect(runMarks({ ...merged, runs: [queued, dev] }, where).labels).toEqual([])
})

test('five hundred of them fit', () => {
  const runs = Array.from({ length: 500 }, () => ({ ...failed, message: 'x'.repeat(5_000) }))
  const { comment = '' } = runMarks({ ...merged, runs }, where)
  expect(comment.length).toBeLessThanOrEqual(60_000)
  expect(comment).toMatch(/\d+ things more than fit here/)
})
