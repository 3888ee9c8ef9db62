import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { policySentences } from '../../report/sentences/policy.ts'
import { rules } from './rules.ts'

const files = readdirSync(new URL('rules/', import.meta.url)).filter((file) => !file.endsWith('.test.ts'))

const nameIn = (file: string) =>
  file.replace(/\.ts$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

test('every file in rules/ is one rule, is in the list once, and has a test', async () => {
  const exported = await Promise.all(
    files.map(async (file) => ((await import(`./rules/${file}`)) as Record<string, unknown>)[nameIn(file)]),
  )
  expect(new Set(exported)).toEqual(new Set(rules))
  expect(rules).toHaveLength(files.length)
  const tests = readdirSync(new URL('rules/', import.meta.url)).filter((file) => file.endsWith('.test.ts'))
  expect(tests).toEqual(files.map((file) => file.replace(/\.ts$/, '.test.ts')))
})

test('every code has a rule that says it', () => {
  const texts = files.map((file) => readFileSync(new URL(`rules/${file}`, import.meta.url), 'utf8'))
  const unsaid = Object.keys(policySentences).filter((code) => !texts.some((text) => text.includes(`'${code}'`)))
  expect(unsaid).toEqual([])
})
