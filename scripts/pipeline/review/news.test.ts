import { describe, expect, test } from 'vitest'
import { finding, type Finding } from '../../model/finding.ts'
import type { Checked } from '../check-lab.ts'
import { newsFor, type JudgedTree } from './news.ts'

const wrong = (request: string, hours = 7): Finding =>
  finding('session-hours', { asked: hours, limit: 6 }, { file: `users/${request}.ts`, line: 3 }, { request })
const lost = (file: string): Finding => finding('took-too-long', { seconds: 10 }, { file })

/** A tree of findings and of requests with their bytes. */
function judged(findings: readonly Finding[], texts: Readonly<Record<string, string>> = {}): JudgedTree {
  const rendered = Object.entries(texts).map(([request, text]) => ({ file: `${request}.yaml`, text }))
  return { findings, checked: { rendered, lifted: [] } as Partial<Checked> as Checked }
}

interface Case {
  readonly before: JudgedTree
  readonly after: JudgedTree
  readonly touched?: readonly string[]
}

const [old, changed] = [{ 'alice/dev': 'old' }, { 'alice/dev': 'new' }]

describe('what an author answers for', () => {
  test.each<[string, Case, { own: number; others: number }]>([
    ['what is new', { before: judged([]), after: judged([wrong('alice/dev')]) }, { own: 1, others: 0 }],
    [
      'not what stood before',
      { before: judged([wrong('alice/dev')], old), after: judged([wrong('alice/dev')], old) },
      { own: 0, others: 0 },
    ],
    [
      'what stood before with another number',
      { before: judged([wrong('alice/dev')], old), after: judged([wrong('alice/dev', 8)], old) },
      { own: 1, others: 0 },
    ],
    [
      'what stood before in a file that the change touches',
      { before: judged([wrong('alice/dev')]), after: judged([wrong('alice/dev')]), touched: ['users/alice/dev.ts'] },
      { own: 1, others: 0 },
    ],
    [
      'what stood before against a request whose bytes change',
      { before: judged([wrong('alice/dev')], old), after: judged([wrong('alice/dev')], changed) },
      { own: 1, others: 0 },
    ],
    [
      'what nobody could tell, however often',
      { before: judged([lost('users/alice/dev.ts')]), after: judged([lost('users/alice/dev.ts')]) },
      { own: 1, others: 0 },
    ],
    [
      'not what is new at others, but it is told',
      { before: judged([]), after: judged([wrong('bob/dev')]) },
      { own: 0, others: 1 },
    ],
    [
      'not what stood at others',
      { before: judged([wrong('bob/dev')]), after: judged([wrong('bob/dev')]) },
      { own: 0, others: 0 },
    ],
    ['nobody with a longer name', { before: judged([]), after: judged([wrong('alice-x/dev')]) }, { own: 0, others: 1 }],
  ])('%s', (_, { before, after, touched = [] }, expected) => {
    const { own, others } = newsFor({ login: 'alice', touched: new Set(touched) }, before, after)
    expect({ own: own.length, others: others.length }).toEqual(expected)
  })
})
