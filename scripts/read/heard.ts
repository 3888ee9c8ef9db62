import type { ReadCodes } from '../model/codes/read.ts'
import type { Said } from '../model/finding.ts'
import { isObject, type Json, type JsonObject } from '../model/json.ts'
import { cut } from '../model/cut.ts'
import { limits } from './limits.ts'
import type { AliasNode, Field, Node, ObjectNode, TextNode } from './node-tree.ts'
import { notJson, plainScalar } from './plain-scalar.ts'

/** What is wrong with one node. */
export interface Problem {
  readonly said: Said<keyof ReadCodes>
  readonly node: Node
}

export interface Heard {
  readonly value: Json
  readonly problems: readonly Problem[]
}

/** One hearing: how deep we are, how much was repeated by aliases, and what was wrong, once for each node. */
interface Hearing {
  readonly lineOf: (node: Node) => number
  readonly problems: Map<Node, Problem>
  depth: number
  aliases: number
  repeated: number
}

/**
 * The value of a document as kubectl's reader hears it. What it refuses or mishears, and what has no plain meaning in JSON, is a problem; `lineOf` tells
 * where a node is written.
 */
export function heard(root: Node, lineOf: (node: Node) => number): Heard {
  const hearing: Hearing = { lineOf, problems: new Map(), depth: 0, aliases: 0, repeated: 0 }
  return { value: valueOf(root, hearing), problems: [...hearing.problems.values()] }
}

function valueOf(node: Node, hearing: Hearing): Json {
  if (node.unclear !== undefined) return refuse({ code: 'yaml-unclear', args: { part: node.unclear } }, node, hearing)
  if (node.tag !== undefined) return refuse({ code: 'yaml-tag', args: { tag: cut(node.tag) } }, node, hearing)
  if (hearing.aliases > 0 && ++hearing.repeated > limits.repeated)
    return refuse({ code: 'yaml-alias-bomb', args: { limit: limits.repeated } }, node, hearing)
  if (node.kind === 'text') return scalarOf(node, hearing)
  if (hearing.depth >= limits.depth)
    return refuse({ code: 'yaml-too-deep', args: { limit: limits.depth } }, node, hearing)
  hearing.depth++
  const value =
    node.kind === 'alias'
      ? aliasOf(node, hearing)
      : node.kind === 'list'
        ? node.items.map((item) => valueOf(item, hearing))
        : objectOf(node, hearing)
  hearing.depth--
  return value
}

function scalarOf(node: TextNode, hearing: Hearing): Json {
  if (!node.plain) return node.text
  const value = plainScalar(node.text)
  return value === notJson ? refuse({ code: 'yaml-number', args: { text: node.text } }, node, hearing) : value
}

function aliasOf(node: AliasNode, hearing: Hearing): Json {
  if (!node.target) return refuse({ code: 'yaml-alias-unknown', args: { alias: cut(node.name) } }, node, hearing)
  hearing.aliases++
  const value = valueOf(node.target, hearing)
  hearing.aliases--
  return value
}

function objectOf(node: ObjectNode, hearing: Hearing): JsonObject {
  const fields: Fields = {}
  for (const field of node.fields) {
    if (isMerge(field.key)) merge(fields, field.value, hearing)
    else addField(fields, field, node, hearing)
  }
  return fields
}

type Fields = { [name: string]: Json }

function addField(fields: Fields, { key, value }: Field, node: ObjectNode, hearing: Hearing): void {
  const name = nameOf(key, hearing)
  const content = valueOf(value, hearing)
  if (name === undefined) return
  if (Object.hasOwn(fields, name)) refuseTwin(name, key, node, hearing)
  put(fields, name, content)
}

/** Plain `fields[name] = …` would set the prototype of an object by the name `__proto__`. */
function put(fields: Fields, name: string, value: Json): void {
  if (name === '__proto__')
    Object.defineProperty(fields, name, { value, enumerable: true, writable: true, configurable: true })
  else fields[name] = value
}

/** A name that came by a merge may be written too. */
function refuseTwin(name: string, key: Node, node: ObjectNode, hearing: Hearing): void {
  const first = node.fields.find((field) => field.key.kind === 'text' && field.key.text === name)?.key
  if (first === undefined || first === key) return
  refuse({ code: 'yaml-key-twice', args: { key: cut(name), line: hearing.lineOf(first) } }, key, hearing)
}

/** A name as it is written. kubectl's reader takes a plain `on` for `true` and `010` for `8`, and null, fractions, lists and objects for no name. */
function nameOf(key: Node, hearing: Hearing): string | undefined {
  if (key.kind !== 'text') return void refuse({ code: 'yaml-key-kind', args: { kind: key.kind } }, key, hearing)
  if (key.tag !== undefined) return void refuse({ code: 'yaml-tag', args: { tag: cut(key.tag) } }, key, hearing)
  if (key.unclear !== undefined) return void refuse({ code: 'yaml-unclear', args: { part: key.unclear } }, key, hearing)
  const value = key.plain ? plainScalar(key.text) : key.text
  if (typeof value === 'string') return value
  const isName = typeof value === 'boolean' || Number.isSafeInteger(value)
  if (isName && String(value) === key.text) return key.text
  const args = { key: cut(key.text), ...(isName && { heard: String(value) }) }
  return void refuse({ code: 'yaml-key', args }, key, hearing)
}

function isMerge(key: Node): boolean {
  return key.kind === 'text' && key.plain && key.tag === undefined && key.text === '<<'
}

/** As kubectl's reader merges: over what stands before, under what follows, the first of several last. */
function merge(fields: Fields, node: Node, hearing: Hearing): void {
  const value = valueOf(node, hearing)
  const parts = node.kind === 'list' && Array.isArray(value) ? value.toReversed() : [value]
  for (const part of parts) {
    if (!isObject(part)) return void refuse({ code: 'yaml-merge', args: {} }, node, hearing)
    for (const [name, content] of Object.entries(part)) put(fields, name, content)
  }
}

function refuse(said: Problem['said'], node: Node, { problems }: Hearing): null {
  if (!problems.has(node)) problems.set(node, { said, node })
  return null
}
