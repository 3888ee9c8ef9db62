import { finding, type Finding } from '../model/finding.ts'
import { nearest } from '../model/nearest.ts'
import { placeAt } from '../model/place-at.ts'
import type { Thrown } from './guest/told.ts'
import type { Reach } from './reach.ts'
import { exportNamesIn, importsIn, parseCode } from './syntax.ts'

/** A name that was imported and is not there; `undefined` where something else was thrown. */
export function missingExport({ name: error, message }: Thrown, reach: Reach): Finding | undefined {
  const [, name = '', module = ''] = /export '(.*)' in module '(.*)'/.exec(message) ?? []
  if (error !== 'SyntaxError' || module === '') return undefined
  for (const prepared of reach.prepared.values()) {
    const { program } = 'code' in prepared ? parseCode(prepared.code) : {}
    for (const { specifier, names } of program ? importsIn(program) : []) {
      const node = names.find((one) => one.name === name)
      const exporter = reach.exporter(specifier)
      if (node === undefined || exporter === undefined) continue
      if (exporter.file !== module && prepared.source.file !== module) continue
      const place = placeAt(prepared.source, node.start, node.end)
      return finding('export-missing', { name, from: specifier, ...hint(name, exporter) }, place)
    }
  }
  return undefined
}

function hint(name: string, { text, code }: { text: string; code: string }): { near?: string; type?: true } {
  if (isType(name, text)) return { type: true }
  const { program } = parseCode(code)
  const near = program && nearest(name, exportNamesIn(program))
  return near === undefined ? {} : { near }
}

function isType(name: string, text: string): boolean {
  if (!/^\w+$/.test(name)) return false
  return new RegExp(`\\b(?:type|interface)\\s+${name}\\b|\\bexport type \\{[^}]*\\b${name}\\b`).test(text)
}
