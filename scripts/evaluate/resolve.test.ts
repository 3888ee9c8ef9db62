import { expect, test } from 'vitest'
import type { Folder } from '../model/request.ts'
import { resolveImport } from './resolve.ts'

const folder: Folder = {
  owner: 'alice',
  sources: ['dev.ts', 'data.ts', '_common.ts', 'v1.2.ts'].map((name) => ({
    name,
    file: `users/alice/${name}`,
    text: '',
  })),
}

test.each([
  ['#lab', 'lab'],
  ['./data', 'data.ts'],
  ['./data.ts', 'data.ts'],
  ['./_common', '_common.ts'],
  ['./v1.2', 'v1.2.ts'],
  ['./dat', 'missing'],
  ['./data.ts.ts', 'missing'],
  ['./', 'missing'],
  ['./..', 'missing'],
  ['./DATA', 'missing'],
  ['./data.js', 'not-typescript'],
  ['./data.json', 'not-typescript'],
  ['./sub/data', 'subfolder'],
  ['././data', 'subfolder'],
  ['./../alice/data', 'subfolder'],
  ['../alice/data', 'member'],
  ['../bob/data.ts', 'member'],
  ['../', 'outside'],
  ['..', 'package'],
  ['../../x', 'outside'],
  ['../../templates/made.ts', 'templates'],
  ['../../lab.config.ts', 'config'],
  ['#lab/config', 'config'],
  ['#other', 'package'],
  ['data', 'package'],
  ['data.ts', 'package'],
  ['lab', 'package'],
  ['', 'package'],
  ['__proto__', 'package'],
  ['users/alice/data.ts', 'package'],
  ['templates/made.ts', 'package'],
  ['lab:entry', 'url'],
  ['node:fs', 'node'],
  ['fs', 'node'],
  ['fs/promises', 'node'],
  ['https://x.org/a.ts', 'url'],
  ['data:text/javascript,1', 'url'],
  ['/users/alice/data.ts', 'absolute'],
  ['//x.org/a.ts', 'absolute'],
  ['\\\\x\\a.ts', 'absolute'],
  ['C:/x.ts', 'absolute'],
])('%s leads to: %s', (specifier, expected) => {
  const resolved = resolveImport(specifier, folder)
  const told =
    resolved.kind === 'own' ? resolved.source.name : resolved.kind === 'refused' ? resolved.why : resolved.kind
  expect(told).toBe(expected)
})
