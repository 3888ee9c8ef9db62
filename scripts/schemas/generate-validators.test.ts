import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generateValidators } from './generate-validators.ts'

const root = join(import.meta.dirname, '../../schemas')

describe('generated validators', async () => {
  const generated = await generateValidators(root)

  it.each([...generated.keys()])('schemas/%s is what `lab schemas` makes of the schemas beside it', async (name) => {
    const committed = await readFile(join(root, name), 'utf8')
    expect(committed === generated.get(name)).toBe(true)
  })

  it('need nothing of ajv when they run', () => {
    const modules = [...generated].filter(([name]) => name.startsWith('kubernetes/') && name.endsWith('.mjs'))
    expect(modules.length).toBeGreaterThan(0)
    for (const [, text] of modules) expect(text.match(/^import .*|\brequire\(/gm)).toHaveLength(1)
  })
})
