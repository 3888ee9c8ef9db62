import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workplace } from './lab.ts'

const root = join(import.meta.dirname, '..', '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** What stands between the fences of a paper, with the language behind the first fence. */
function blocks(paper: string): readonly (readonly [language: string, text: string])[] {
  return [...read(paper).matchAll(/^ *```(\w*)\n([^]*?)^ *```$/gm)].map(([, language = '', text = '']) => [
    language,
    text,
  ])
}

const examples = ['gpu-pod-example', 'pytorch-example', 'volume-example'].map((name) => `users/example/${name}.ts`)
const own = Object.fromEntries(examples.map((file) => [file, read(file)]))

describe('README.md', () => {
  const [dev = ''] = blocks('README.md').flatMap(([language, text]) => (language === 'ts' ? [text] : []))
  const printed = blocks('README.md').flatMap(([language, text]) => (language === '' ? [text.trim()] : []))

  test.each([
    ['what fits', dev, 1],
    ['what does not', dev.replace("'1x24GB'", "'1xRTX3090'").replace('hours: 6', 'hours: 12'), 2],
  ])('prints %s as the command does', (_, text, which) => {
    const { lab } = workplace({ ...own, 'users/alice/dev.ts': text })
    expect(lab(['check', 'users/alice']).stdout).toContain(printed[which])
  })

  test('tells how the build ends', () => {
    const { stdout, stderr } = workplace(own).lab(['build'])
    expect(`${stdout.trimEnd().split('\n').at(-1)}\n${stderr.trim()}`).toBe(printed[0])
  })
})

test('what docs/member.md shows in TypeScript is a request that fits', () => {
  const files = blocks('docs/member.md').flatMap(([language, text], index) =>
    language === 'ts' ? [[`users/carol/paper-${index}.ts`, text] as const] : [],
  )
  const { stdout } = workplace(Object.fromEntries(files)).lab(['check'])
  expect(files.length).toBeGreaterThan(1)
  expect(stdout.match(/Rule {2}([\w-]+)/g)).toEqual(['Rule  field-unusual'])
})
