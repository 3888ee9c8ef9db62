import { expect, test } from 'vitest'
import { sentences } from './index.ts'

test('no two layers say the same code: the later would hide the earlier', async () => {
  const layers = await Promise.all(
    ['api', 'evaluate', 'files', 'house', 'lab', 'options', 'policy', 'read', 'schema', 'types'].map(tableOf),
  )
  const codes = layers.flatMap((table) => Object.keys(table))
  expect(codes.toSorted()).toEqual(Object.keys(sentences).toSorted())
})

test('a code states the fault in kebab-case', () => {
  expect(Object.keys(sentences).filter((code) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code))).toEqual([])
})

async function tableOf(layer: string): Promise<object> {
  const exported = (await import(`./${layer}.ts`)) as Readonly<Record<string, unknown>>
  const tables = Object.entries(exported).filter(([name]) => name.endsWith('Sentences'))
  expect(tables).toHaveLength(1)
  return tables[0]?.[1] as object
}
