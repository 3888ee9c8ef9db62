import { Document, isScalar, type Pair, type ScalarTag } from 'yaml'
import type { JsonObject } from '../model/json.ts'
import { compareKeys } from './key-order.ts'
import { literalText } from './literal.ts'
import { scalarText } from './scalar.ts'

/** The library decides the shape of a document; how a string is written is ours, for what it leaves bare Kubernetes may take for something else. */
const strings: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (value) => typeof value === 'string',
  resolve: (text) => text,
  stringify: ({ value }, { implicitKey, indent }) => {
    const text = String(value)
    return (implicitKey === true ? undefined : literalText(text, indent)) ?? scalarText(text)
  },
}

const byKey = (a: Pair, b: Pair): number => compareKeys(nameOf(a), nameOf(b))

/** Plain data as block YAML, such that a reader of YAML 1.1 hears the same data; keys in our order. */
export function yamlText(value: JsonObject): string {
  const document = new Document(value, {
    schema: 'core',
    customTags: (tags) => tags.map((tag) => (isStringTag(tag) ? strings : tag)),
    sortMapEntries: byKey,
    aliasDuplicateObjects: false,
  })
  return document.toString({ lineWidth: 0 }).replace(/\n$/, '')
}

function isStringTag(tag: unknown): boolean {
  return typeof tag === 'object' && tag !== null && 'tag' in tag && tag.tag === strings.tag
}

function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key)
}
