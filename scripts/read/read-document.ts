import type { ReadCodes } from '../model/codes/read.ts'
import { finding, type Finding, type Place, type Said } from '../model/finding.ts'
import { isObject, type Json, type Path } from '../model/json.ts'
import { placeAt } from '../model/place-at.ts'
import type { Document, ReadFile, Source } from './document.ts'
import { flattenList } from './flatten-list.ts'
import { heard, type Problem } from './heard.ts'
import { nodeAt } from './node-at.ts'
import type { Node } from './node-tree.ts'
import { parseDocument } from './parse-document.ts'
import type { Chunk } from './split-documents.ts'

/** The objects of one document of a stream: none if it is empty, or if something in it has no clear meaning. */
export function readDocument(chunk: Chunk, source: Source): ReadFile {
  const parsed = parseDocument(chunk.text)
  const placeOf = (start: number, end?: number) =>
    placeAt(source, chunk.start + start, end === undefined ? undefined : chunk.start + end)
  if ('said' in parsed) return { documents: [], findings: [found(parsed.said, placeOf(parsed.start))] }
  if (parsed.root === undefined) return { documents: [], findings: [] }
  return readNode(parsed.root, (node) => placeOf(...rangeOf(node, chunk.text)))
}

function readNode(root: Node, placeOf: (node: Node) => Place): ReadFile {
  const { value, problems: all } = heard(root, (node) => placeOf(node).line ?? 1)
  const problems = withoutSecondObject(root, all)
  const findings = problems.map(({ said, node }) => found(said, placeOf(node)))
  if (value === null || !problems.every(isHarmless)) return { documents: [], findings }
  const read = flattenList(value).map((item) => readItem(item.value, item.path, root, placeOf))
  return {
    documents: read.flatMap((each) => ('manifest' in each ? [each] : [])),
    findings: [...findings, ...read.flatMap((each) => ('manifest' in each ? [] : [each]))],
  }
}

/** Two objects without a `---` between them are one mistake, although every name of the second stands there twice. */
function withoutSecondObject(root: Node, problems: readonly Problem[]): readonly Problem[] {
  const keys = new Set<Node>(root.kind === 'object' ? root.fields.map(({ key }) => key) : [])
  const again = problems.filter(({ said, node }) => said.code === 'yaml-key-twice' && keys.has(node))
  const isAgain = (name: string): boolean =>
    again.some(({ said }) => said.code === 'yaml-key-twice' && said.args.key === name)
  const [first] = again
  if (first === undefined || !isAgain('apiVersion') || !isAgain('kind')) return problems
  const second: Problem = { said: { code: 'yaml-second-document', args: {} }, node: first.node }
  return problems.flatMap((one) => (one === first ? [second] : again.includes(one) ? [] : [one]))
}

function readItem(value: Json, start: Path, root: Node, placeOf: (node: Node) => Place): Document | Finding {
  if (!isObject(value)) return found(notObject(value), placeOf(nodeAt(root, start).value))
  return { manifest: value, place: (path, what) => placeOf(pointedAt(root, [...start, ...path], what)) }
}

/** What is wrong and yet leaves no doubt about what Kubernetes hears. */
function isHarmless({ said }: Problem): boolean {
  return said.code === 'yaml-key-twice'
}

function pointedAt(root: Node, path: Path, what: 'key' | 'value' | undefined): Node {
  const { key, value, exact } = nodeAt(root, path)
  if (what !== undefined) return exact && what === 'value' && isWritten(value) ? value : key
  return exact && value.kind === 'text' && isWritten(value) ? value : key
}

function isWritten({ start, end }: Node): boolean {
  return end > start
}

/** A block of text from its first visible character to its last. */
function rangeOf({ start, end }: Node, text: string): [start: number, end: number] {
  const written = text.slice(start, end).trimEnd()
  return [start + written.length - written.trimStart().length, start + written.length]
}

function notObject(value: Json): Said<keyof ReadCodes> {
  const got = Array.isArray(value) ? 'a list' : typeof value === 'string' ? 'a text' : JSON.stringify(value)
  return { code: 'document-not-object', args: { got } }
}

function found({ code, args }: Said<keyof ReadCodes>, place: Place): Finding {
  return finding(code, args, place)
}
