import { YAMLException, type Event } from 'js-yaml'
import type { ReadCodes } from '../model/codes/read.ts'
import type { Said } from '../model/finding.ts'
import { limits } from './limits.ts'
import { nodeTree, type Node } from './node-tree.ts'
import { parseEvents } from './parse-events.ts'

/** The root of a document, `undefined` where there are only comments; or what is wrong, and from which offset on. */
export type Parsed =
  | { readonly root: Node | undefined }
  | { readonly said: Said<keyof ReadCodes>; readonly start: number }

/** Control characters, and what ends a line or counts for nothing in one version of YAML and not in the other. */
const oddCharacter = /[[\p{Cc}--[\t\n\r]]\u2028\u2029\ufeff\ufffe\uffff]/v

/** A line of nothing or a comment after a tab, which kubectl's reader cannot pass; between brackets it can. */
const tabbedLine = /(?<=^|\n)\t[ \t]*(?:\r?\n|#|$)/

/** Reads a text that must be one document. */
export function parseDocument(text: string): Parsed {
  const { size } = limits
  if (text.length > size)
    return { said: { code: 'yaml-too-large', args: { size: text.length, limit: size } }, start: 0 }
  const odd = text.search(oddCharacter)
  if (odd !== -1) return { said: { code: 'yaml-character', args: { character: codePoint(text, odd) } }, start: odd }
  const tab = /^\s*[{[]/.test(text) ? -1 : text.search(tabbedLine)
  if (tab !== -1) return { said: { code: 'yaml-tab', args: {} }, start: tab }
  try {
    return oneDocument(text, parseEvents(text))
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const start = error.mark?.position ?? 0
    return { said: syntaxSaid(error.reason, text, start), start }
  }
}

function oneDocument(text: string, events: readonly Event[]): Parsed {
  if (events.length === 0) return { root: undefined }
  const { root, end } = nodeTree(text, events)
  if (end === events.length) return { root }
  const start = nodeTree(text, events.slice(end)).root.start
  return { said: { code: 'yaml-second-document', args: {} }, start }
}

/** What the parser's message means to somebody who wrote YAML. */
function syntaxSaid(reason: string, text: string, start: number): Said<keyof ReadCodes> {
  const lineBefore = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  if (reason.startsWith('tab characters') || /^ *\t/.test(lineBefore)) return { code: 'yaml-tab', args: {} }
  if (reason.startsWith('nesting exceeded')) return { code: 'yaml-too-deep', args: { limit: limits.depth } }
  const isAtEnd = reason === 'deficient indentation' && text.slice(start).trim() === ''
  return { code: 'yaml-syntax', args: { reason: isAtEnd ? 'unexpected end of the stream' : reason } }
}

function codePoint(text: string, index: number): string {
  return `U+${text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}`
}
