import * as fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { discover } from '../../scripts/discover/index.ts'
import type { Folder } from '../../scripts/model/request.ts'
import { noCache, remembering } from '../../scripts/pipeline/cache.ts'
import { checkFolders, type Checked } from '../../scripts/pipeline/check-lab.ts'
import { startFolderWorkers } from '../../scripts/pipeline/folder-workers.ts'
import { houseAt } from '../../scripts/pipeline/house-at.ts'

const root = join(import.meta.dirname, '..', '..')
const { house } = await houseAt(root, { config: join(import.meta.dirname, '_lab.ts') })
const cases = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const folders = cases.flatMap(({ name }) =>
  discover(join(import.meta.dirname, name, '_users'), { shownRoot: 'users' }).folders.map((folder) =>
    renamed(folder, name),
  ),
)

/** The cases side by side in one lab: `users/bob` of a case becomes a member of its own. */
function renamed({ owner, sources }: Folder, name: string): Folder {
  const other = `${owner}-${name}`
  return {
    owner: other,
    sources: sources.map((one) => ({ ...one, file: one.file.replace(`/${owner}/`, `/${other}/`) })),
  }
}

interface Spread {
  readonly order: readonly Folder[]
  readonly threads: number
  readonly batch: number
}

async function checked({ order, threads, batch }: Spread, cache = noCache): Promise<Checked> {
  await using workers = startFolderWorkers(false, threads)
  return await checkFolders(order, house, {
    now: new Date('2026-11-24T20:00:00Z'),
    render: true,
    cache,
    types: undefined,
    progress: () => undefined,
    workers,
    batch,
  })
}

function told({ findings, rendered, footprints }: Checked): readonly string[] {
  return [...findings, ...rendered, ...footprints].map((one) => JSON.stringify(one)).sort()
}

/** Shorter to read than two long lists. */
function difference(
  got: readonly string[],
  wanted: readonly string[],
): { more: readonly string[]; less: readonly string[] } {
  return { more: got.filter((one) => !wanted.includes(one)), less: wanted.filter((one) => !got.includes(one)) }
}

describe('the same tree gives the same bytes', () => {
  const patience = { timeout: 300_000 }

  test('in any order of folders and files, in batches of any size, on any number of threads', patience, async () => {
    const expected = told(await checked({ order: folders, threads: 1, batch: folders.length }))
    expect(expected.length).toBeGreaterThan(40)
    const spread = fc.record({
      order: fc
        .shuffledSubarray(folders, { minLength: folders.length })
        .chain((order) =>
          fc.tuple(
            ...order.map(({ owner, sources }) =>
              fc.shuffledSubarray([...sources], { minLength: sources.length }).map((own) => ({ owner, sources: own })),
            ),
          ),
        ),
      threads: fc.integer({ min: 1, max: 3 }),
      batch: fc.integer({ min: 1, max: 6 }),
    })
    await fc.assert(
      fc.asyncProperty(spread, async (one) => {
        expect(difference(told(await checked(one)), expected)).toEqual({ more: [], less: [] })
      }),
      { numRuns: 8 },
    )
  })

  test('from the cache as from nothing', patience, async () => {
    const cache = remembering(noCache)
    const spread = { order: folders, threads: 2, batch: 3 }
    const first = told(await checked(spread, cache))
    expect(told(await checked(spread, cache))).toEqual(first)
  })
})
