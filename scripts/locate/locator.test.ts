import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Origin } from '../model/evaluation.ts'
import type { Place } from '../model/finding.ts'
import type { Path } from '../model/json.ts'
import type { Source } from '../model/request.ts'
import type { Aim } from './aim.ts'
import { createLocator, type Anchor } from './locator.ts'

const origins = {
  session: {
    'spec.containers.0.resources': '1.gpu',
    'spec.containers.0.resources.*.memory': '1.memory',
    'spec.volumes': '1.mounts',
    'metadata.name': '0',
  },
}

interface Shape {
  readonly name: string
  readonly ask: string
  /** By file, with the marks. */
  readonly files: Readonly<Record<string, string>>
}

function shapesOf(theme: string): readonly Shape[] {
  const text = readFileSync(new URL(`../../tests/locate/${theme}.txt`, import.meta.url), 'utf8')
  return text
    .split(/^== /m)
    .slice(1)
    .map((shape) => {
      const [head = '', ...files] = shape.split(/^-- /m)
      const [name = '', ask = ''] = head.split('\n')
      return { name, ask, files: Object.fromEntries(files.map((file) => [file.split('\n')[0], body(file)])) }
    })
}

function body(file: string): string {
  return file.slice(file.indexOf('\n') + 1).trimEnd()
}

function sourcesOf({ files }: Shape, ending: string): readonly Source[] {
  return Object.entries(files).map(([name, text]) => ({
    name,
    file: `users/alice/${name}`,
    text: text.replace(/[‹›¦]/g, '').replaceAll('\n', ending),
  }))
}

/** The mark's position; what QuickJS says where letters are wide is seen in `tests/locate`. */
function callOf({ files }: Shape): { file: string; line: number; column: number } {
  const [name, text = ''] = Object.entries(files).find(([, written]) => written.includes('¦')) ?? ['none']
  const before = text.slice(0, text.indexOf('¦')).replace(/[‹›]/g, '').split('\n')
  return { file: `users/alice/${name}`, line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

function anchorOf(shape: Shape): Anchor {
  const [, kind, name, index, path = '[]', aim, template] =
    /^(call|manifest) ?([\w-]+)?(?:\.(\d+))? (\[.*?\])(?: aim=(\w+))?(?: template=(\w+))?$/.exec(shape.ask) ?? []
  const about = { path: JSON.parse(path) as Path, ...(aim !== undefined && { aim: aim as Aim }) }
  if (kind === 'call') return { kind, call: callOf(shape), ...about }
  const origin: Origin = {
    file: `users/alice/${Object.keys(shape.files)[0]}`,
    export: name ?? 'default',
    ...(index !== undefined && { index: Number(index) }),
    ...(template !== undefined && { template, call: callOf(shape) }),
  }
  return { kind: 'manifest', origin, ...about }
}

/** The files with the place marked in them, to be read beside the fixture. */
function marked(sources: readonly Source[], place: Place): Readonly<Record<string, string>> {
  return Object.fromEntries(
    sources.map(({ name, file, text }) => {
      if (file !== place.file) return [name, text]
      const start = offsetIn(text, place.line ?? 0, place.column ?? 0)
      const end = offsetIn(text, place.endLine ?? 0, place.endColumn ?? 0)
      return [name, `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`]
    }),
  )
}

function offsetIn(text: string, line: number, column: number): number {
  return (
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length +
    (line > 1 ? 1 : 0) +
    column -
    1
  )
}

const themes = ['calls', 'manifests']
const table = themes.flatMap((theme) =>
  shapesOf(theme).flatMap((shape) =>
    ['\n', '\r\n'].map((ending) => [`${theme}: ${shape.name}`, JSON.stringify(ending), shape, ending] as const),
  ),
)

test.each(table)('%s (lines end in %s)', (_, __, shape, ending) => {
  const sources = sourcesOf(shape, ending)
  const place = createLocator(sources, origins)(anchorOf(shape))
  const expected = Object.entries(shape.files).map(([name, text]) => [
    name,
    text.replace('¦', '').replaceAll('\n', ending),
  ])
  expect(marked(sources, place)).toEqual(Object.fromEntries(expected))
})
