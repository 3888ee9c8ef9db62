import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core'
import { beforeAll, expect, test } from 'vitest'
import type { Position } from '../../scripts/model/evaluation.ts'
import type { Place } from '../../scripts/model/finding.ts'
import type { Source } from '../../scripts/model/request.ts'
import { createLocator } from '../../scripts/locate/locator.ts'

/** The shortest template that leaves its call's stack behind, as `made` does. */
const template = `
  export const left = []
  export function session(name, options) { left.push({ options, stack: new Error().stack }); return {} }`

const sources: readonly Source[] = ['dev.ts', '_common.ts'].map((name) => {
  const text = readFileSync(new URL(`./_users/alice/${name}`, import.meta.url), 'utf8')
  return { name, file: `users/alice/${name}`, text }
})

interface Left {
  readonly options: { readonly gpu: string }
  readonly stack: string
}

let calls: readonly Left[]

beforeAll(async () => {
  const quickjs = await newQuickJSWASMModuleFromVariant(import('@jitl/quickjs-wasmfile-release-sync'))
  const runtime = quickjs.newRuntime()
  runtime.setModuleLoader(
    (name) => stripTypeScriptTypes(codeOf(name)),
    (_, name) => name.replace(/^\./, '/users/alice'),
  )
  const context = runtime.newContext()
  const main = `import { left } from '#lab'; import '/users/alice/dev.ts'; export default JSON.stringify(left)`
  const result = context.unwrapResult(context.evalCode(main, '/main.js', { type: 'module' }))
  calls = JSON.parse(context.getString(context.getProp(result, 'default'))) as readonly Left[]
})

test('each call of a template, however it is written, is found by the position that QuickJS gives', () => {
  const locate = createLocator(sources, {})
  const found = calls.map(({ stack }) => textAt(locate({ kind: 'call', call: positionIn(stack), path: [1, 'gpu'] })))
  expect(found).toEqual(calls.map(({ options }) => `'${options.gpu}'`))
})

test('every call was made', () => {
  const written = sources.flatMap(({ text }) => text.match(/wrong-\d+/g) ?? [])
  expect(new Set(calls.map(({ options }) => options.gpu))).toEqual(new Set(written))
})

function codeOf(name: string): string {
  return sources.find((source) => `/${source.file}` === name)?.text ?? template
}

/** The first frame outside of the template. */
function positionIn(stack: string): Position {
  const [, file = '', line, column] = /\/(users\/alice\/\w+\.ts):(\d+):(\d+)/.exec(stack) ?? []
  return { file, line: Number(line), column: Number(column) }
}

function textAt({ file, line = 0, column = 0, endColumn = 0 }: Place): string {
  const text = sources.find((source) => source.file === file)?.text ?? ''
  return text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1) ?? ''
}
