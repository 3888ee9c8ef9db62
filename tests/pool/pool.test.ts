import { describe, expect, test } from 'vitest'
import { startWorkers } from '../../scripts/pipeline/pool.ts'

async function answers(items: readonly string[], size = 3): Promise<readonly string[]> {
  await using workers = startWorkers({ worker: new URL('worker.fixture.ts', import.meta.url), most: 2, now: 1 })
  return await workers.run<string, string, string>({
    items,
    setting: '!',
    size,
    patience: 0.75,
    lost: (item, failure) => `${failure === undefined ? 'stalled' : 'failed'} ${item}`,
  })
}

describe('batches in worker threads', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['nothing', [], []],
    ['order is kept over batches', ['a', 'b', 'c', 'd', 'e', 'f', 'g'], ['a!', 'b!', 'c!', 'd!', 'e!', 'f!', 'g!']],
    ['one that never answers', ['a', 'spin', 'b'], ['a!', 'stalled spin', 'b!']],
    ['one that ends its thread', ['a', 'die', 'b'], ['a!', 'stalled die', 'b!']],
    ['one that throws', ['throw', 'a'], ['failed throw', 'a!']],
    ['two in one batch', ['spin', 'a', 'die'], ['stalled spin', 'a!', 'stalled die']],
    ['neighbouring batches', ['a', 'b', 'spin', 'c', 'd'], ['a!', 'b!', 'stalled spin', 'c!', 'd!']],
    ['slow, but alive', ['slow', 'a'], ['slow!', 'a!']],
  ])('%s', async (_, items, expected) => {
    expect(await answers(items)).toEqual(expected)
  })

  test('a setting that was told ahead is made once, and only for its own job', async () => {
    await using workers = startWorkers({ worker: new URL('worker.fixture.ts', import.meta.url), most: 1, now: 1 })
    const job = { items: ['made'], size: 1, patience: 5, lost: () => 'lost' }
    workers.tell('!')
    const answered: string[] = []
    for (const setting of ['!', '!', '?'])
      answered.push(...(await workers.run<string, string, string>({ ...job, setting })))
    expect(answered).toEqual(['1', '1', '2'])
  })
})
