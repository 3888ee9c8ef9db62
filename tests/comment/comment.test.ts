import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Marks } from '../../scripts/model/forge.ts'
import { marksIn } from './scene.ts'
import { scenes, smallLab } from './scenes.ts'

/** `UPDATE=1` writes what is said now; read the difference as you would read code. */
const isUpdate = process.env['UPDATE'] === '1'
const folder = import.meta.dirname

/** What a pull request bears, as its files are kept. */
function kept({ comment = '', ...rest }: Marks): Readonly<Record<string, string>> {
  return { 'comment.md': comment, 'check.json': `${JSON.stringify(rest, null, 2)}\n` }
}

describe('what a pull request is told', () => {
  test.each(Object.entries(scenes))('%s', async (name, scene) => {
    const files = kept(await marksIn(scene, smallLab))
    for (const [file, text] of Object.entries(files)) {
      const path = join(folder, name, file)
      if (isUpdate) {
        mkdirSync(join(folder, name), { recursive: true })
        writeFileSync(path, text)
      }
      expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(text)
    }
  })

  test('every folder is of a scene', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map(({ name }) => name).toSorted()).toEqual(Object.keys(scenes).toSorted())
  })
})
