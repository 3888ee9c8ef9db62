import { hash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { indexName, renderDigest, type RenderIndex } from '../../model/render-index.ts'
import { reviewedState } from './reviewed-state.ts'
import { sound } from './sound.ts'

const commit = 'c'.repeat(40)
const houseRoot = join(import.meta.dirname, '..', '..', '..')

/** A disk as `lab build` writes it, or with a lie in it: the job that rendered it ran members' code. */
function disk(
  owner: string,
  { kind = 'PersistentVolumeClaim', name = `${owner}-data`, incarnation = '1' } = {},
): string {
  return `apiVersion: v1
kind: ${kind}
metadata:
  name: ${name}
  namespace: uci-datalab
  labels:
    lab/name: data
    lab/owner: ${owner}
  annotations:
    lab/request: users/${owner}/x.ts
    lab/incarnation: "${incarnation}"
spec:
  accessModes:
    - ReadWriteMany
  resources:
    requests:
      storage: 100Gi
  storageClassName: rook-cephfs
`
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-reviewed-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Of a lab whose people merge by hand no history is read here. */
function git(): Promise<never> {
  return Promise.reject(new Error('Git was asked'))
}

/** Who is frozen of those whose one file has this text. */
async function frozen(texts: Readonly<Record<string, string>>) {
  const files = Object.entries(texts).map(([owner, text]) => [`${owner}/x.yaml`, text] as const)
  const index: RenderIndex = {
    version: 1,
    commit,
    broken: [],
    files: Object.fromEntries(files.map(([file, text]) => [file, hash('sha256', text)])),
  }
  for (const [file, text] of files) {
    mkdirSync(join(folder, file, '..'))
    writeFileSync(join(folder, file), text)
  }
  writeFileSync(join(folder, indexName), JSON.stringify(index))
  const standing = { commit, height: 3, folders: new Map<string, number>() }
  const input = { git, folder, digest: renderDigest(index), houseRoot, standing, now: new Date('2026-11-24T12:00:00Z') }
  const { desired, judge } = await (await reviewedState(input)).unjudged
  return { atOnce: desired.broken, judged: sound(desired, await judge()).broken }
}

test.each<[string, string, { readonly atOnce: readonly string[] }]>([
  ['somebody else’s name', disk('bob', { name: 'alice-more' }), { atOnce: [] }],
  ['a kind that no lab has', disk('bob', { kind: 'Secret' }), { atOnce: [] }],
  ['what is no number', disk('bob', { incarnation: 'many' }), { atOnce: ['bob'] }],
  ['what is no YAML', 'spec: [', { atOnce: ['bob'] }],
  ['nothing at all', '# nothing\n', { atOnce: ['bob'] }],
])('%s freezes its member, and nobody else', async (_, text, { atOnce }) => {
  expect(await frozen({ alice: disk('alice'), bob: text })).toEqual({ atOnce, judged: ['bob'] })
})
