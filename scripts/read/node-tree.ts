import { EVENT_ID, getScalarValue, SCALAR_STYLE, type AliasEvent, type Event, type ScalarEvent } from 'js-yaml'
import type { UnclearPart } from '../model/codes/read.ts'

/** One value as it is written. Offsets in UTF-16 units, `end` one past the last; the same where nothing is written. */
interface Written {
  readonly start: number
  readonly end: number
  readonly tag: string | undefined
  readonly unclear: UnclearPart | undefined
}

export interface TextNode extends Written {
  readonly kind: 'text'
  readonly text: string
  /** Without quotes, so that it may mean something else than its letters. */
  readonly plain: boolean
}

export interface ListNode extends Written {
  readonly kind: 'list'
  readonly items: readonly Node[]
}

export interface ObjectNode extends Written {
  readonly kind: 'object'
  readonly fields: readonly Field[]
}

export interface AliasNode extends Written {
  readonly kind: 'alias'
  readonly name: string
  /** What it repeats: never something that it stands in itself. */
  readonly target: Node | undefined
}

export type Node = TextNode | ListNode | ObjectNode | AliasNode

export interface Field {
  readonly key: Node
  readonly value: Node
}

type ContentEvent = Exclude<Event, { type: typeof EVENT_ID.DOCUMENT | typeof EVENT_ID.POP | typeof EVENT_ID.ALIAS }>

interface Walk {
  readonly text: string
  readonly events: readonly Event[]
  /** Whether kubectl would try to read it as JSON first. */
  readonly isJson: boolean
  readonly anchors: Map<string, Node>
  at: number
}

/**
 * The tree of the first document in what js-yaml's parser saw in `text`: the document's own event, its nodes' in order, collections and document closed
 * by a `POP`. `end`: how many events that took.
 */
export function nodeTree(text: string, events: readonly Event[]): { readonly root: Node; readonly end: number } {
  const walk: Walk = { text, events, isJson: /^\s*\{/.test(text), anchors: new Map(), at: 1 }
  const root = nextNode(walk)
  return { root, end: walk.at + 1 }
}

function nextNode(walk: Walk): Node {
  const event = walk.events[walk.at++]
  if (event === undefined || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return nothing
  if (event.type === EVENT_ID.ALIAS) return aliasNode(walk, event)
  if (event.anchorStart === -1) return contentNode(walk, event)
  const anchor = walk.text.slice(event.anchorStart, event.anchorEnd)
  walk.anchors.delete(anchor)
  const node = contentNode(walk, event)
  walk.anchors.set(anchor, node)
  return node
}

const nothing: TextNode = { kind: 'text', text: '', plain: true, start: 0, end: 0, tag: undefined, unclear: undefined }

function aliasNode({ text, anchors }: Walk, { anchorStart, anchorEnd: end }: AliasEvent): AliasNode {
  const name = text.slice(anchorStart, end)
  const start = anchorStart - 1
  return { kind: 'alias', name, target: anchors.get(name), start, end, tag: undefined, unclear: undefined }
}

function contentNode(walk: Walk, event: ContentEvent): Node {
  const tag = event.tagStart === -1 ? undefined : walk.text.slice(event.tagStart, event.tagEnd)
  if (event.type === EVENT_ID.SCALAR) return textNode(walk, event, tag)
  const { start } = event
  const end = start + 1
  if (event.type === EVENT_ID.MAPPING)
    return { kind: 'object', fields: collected(walk, nextField), start, end, tag, unclear: undefined }
  return { kind: 'list', items: collected(walk, nextNode), start, end, tag, unclear: undefined }
}

function collected<T>(walk: Walk, next: (walk: Walk) => T): readonly T[] {
  const all: T[] = []
  while (walk.at < walk.events.length && walk.events[walk.at]?.type !== EVENT_ID.POP) all.push(next(walk))
  walk.at++
  return all
}

function nextField(walk: Walk): Field {
  const key = nextNode(walk)
  const value = nextNode(walk)
  if (isTight(walk.text, key)) return { key: { ...key, unclear: 'colon' }, value }
  if (isCrowded(walk.text, key, value)) return { key, value: { ...value, unclear: 'object' } }
  return { key, value }
}

/** `name: &mark field: 1`, where js-yaml is milder than YAML. */
function isCrowded(text: string, key: Node, value: Node): boolean {
  return value.kind === 'object' && text[value.start] !== '{' && !text.slice(key.end, value.start).includes('\n')
}

/** `{name:}`, `{name:[]}`: YAML 1.1 takes the colon for a letter of the name. */
function isTight(text: string, key: Node): key is TextNode {
  if (key.kind !== 'text' || !key.plain || text[key.end] !== ':') return false
  return ',[]{}'.includes(text[key.end + 1] ?? ' ')
}

function textNode(walk: Walk, event: ScalarEvent, tag: string | undefined): TextNode {
  if (event.valueStart === -1) return { ...nothing, tag }
  const text = getScalarValue(walk.text, event)
  const plain = event.style === SCALAR_STYLE.PLAIN
  const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED
  const quote = isQuoted ? 1 : 0
  const unclear = isQuoted && !event.fast ? unclearPart(text, event, walk) : undefined
  return { kind: 'text', text, plain, start: event.valueStart - quote, end: event.valueEnd + quote, tag, unclear }
}

/**
 * JSON writes characters in two halves where YAML may not, and neither has halves that stand alone. js-yaml loses the empty lines after a line that ends
 * with a backslash.
 */
function unclearPart(text: string, event: ScalarEvent, walk: Walk): UnclearPart | undefined {
  const written = walk.text.slice(event.valueStart, event.valueEnd)
  if (walk.isJson ? !text.isWellFormed() : /\\u[dD][89a-fA-F]/.test(written)) return 'half'
  return /\\\r?\n[ \t]*\r?\n/.test(written) ? 'backslash' : undefined
}
