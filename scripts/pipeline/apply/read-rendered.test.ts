import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { hash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { indexName, renderDigest, type RenderIndex } from '../../model/render-index.ts'
import { NotReviewed, readRendered } from './read-rendered.ts'

const commit = 'c'.repeat(40)
const text = 'kind: Pod\n'
const index: RenderIndex = { version: 1, commit, broken: ['bob'], files: { 'alice/dev.yaml': hash('sha256', text) } }
const digest = renderDigest(index)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-reviewed-'))
  mkdirSync(join(folder, 'alice'))
  writeFileSync(join(folder, 'alice/dev.yaml'), text)
  writeIndex(index)
})
afterEach(() => rmSync(folder, { recursive: true }))

function writeIndex(value: unknown): void {
  writeFileSync(join(folder, indexName), JSON.stringify(value))
}

test('what was reviewed is read', () => {
  expect(readRendered(folder, commit, digest)).toEqual({ index, rendered: [{ file: 'alice/dev.yaml', text }] })
})

describe('anything else is refused, and told', () => {
  const tampered: readonly (readonly [string, () => void, RegExp])[] = [
    [
      'another byte',
      () => writeFileSync(join(folder, 'alice/dev.yaml'), `${text} `),
      /alice\/dev.yaml is not as it was/,
    ],
    ['a file more', () => writeFileSync(join(folder, 'alice/more.yaml'), text), /alice\/more.yaml was not reviewed/],
    ['a file less', () => rmSync(join(folder, 'alice/dev.yaml')), /alice\/dev.yaml is missing/],
    ['no index', () => rmSync(join(folder, indexName)), /render.json is missing/],
    ['no JSON', () => writeFileSync(join(folder, indexName), '{'), /not JSON/],
    ['a newer version', () => writeIndex({ ...index, version: 2 }), /not an index of version 1/],
    ['a member fewer among the broken', () => writeIndex({ ...index, broken: [] }), /its digest is/],
    ['a path that leads out', () => outside(), /is no name of a request/],
    ['a link in place of a file', () => linked(), /alice\/dev.yaml is missing/],
  ]
  test.each(tampered)('%s', (_, tamper, said) => {
    tamper()
    expect(() => readRendered(folder, commit, digestNow())).toThrow(NotReviewed)
    expect(() => readRendered(folder, commit, digestNow())).toThrow(said)
  })

  test('another commit', () => {
    expect(() => readRendered(folder, 'd'.repeat(40), digest)).toThrow(/rendered from c+, not d+/)
  })
})

let ownDigest: string | undefined
afterEach(() => (ownDigest = undefined))

/** Of the index that a forger would hand over with it, where the path itself is what must be refused. */
function digestNow(): string {
  return ownDigest ?? digest
}

function outside(): void {
  const forged = { ...index, files: { ...index.files, '../evil.yaml': hash('sha256', text) } }
  ownDigest = renderDigest(forged)
  writeIndex(forged)
}

function linked(): void {
  rmSync(join(folder, 'alice/dev.yaml'))
  symlinkSync(join(folder, indexName), join(folder, 'alice/dev.yaml'))
}
