import { join } from 'node:path'
import { requestText } from './labs.ts'

/** Milliseconds for one request in a warmed sandbox, templates included: the median of 20 rounds of 100 requests. */
export async function evaluationMilliseconds(checkout: string): Promise<number> {
  const { createSandbox } = await import(join(checkout, 'scripts/evaluate/index.ts'))
  const { houseAt } = await import(join(checkout, 'scripts/pipeline/house-at.ts'))
  const { house } = await houseAt(checkout)
  const sandbox = await createSandbox(house)
  const owner = 'alice'
  const round = (): number => {
    const start = performance.now()
    for (let index = 0; index < 100; index++) {
      const source = { name: 'dev.ts', file: `users/${owner}/dev.ts`, text: requestText(index) }
      sandbox.evaluate({ owner, sources: [source] }, { owner, name: 'dev', file: source.file }, { prefix: owner })
    }
    return (performance.now() - start) / 100
  }
  round()
  return Array.from({ length: 20 }, round).toSorted((a, b) => a - b)[10] ?? Number.NaN
}
