/** What some reader of YAML 1.1 hears as a boolean, a null or a number: wider than Kubernetes' own, which knows fewer spellings. */
const words = /^-*(?:y|n|yes|no|on|off|true|false|null|nan|inf|infinity|e[-+]?\d+)$/i

/** Begins with a letter, `/`, `-x` or `--x`, so it is no number, date or indicator; holds no comment and no `key: value`. */
const plain = /^(?:-{0,2}[A-Za-z]|\/)(?:[\x21-\x7e]| (?! |#))*$/
const splits = /: |:$| $/

/** `100Gi`, `500m`: digits and a unit that no reader takes for a number. */
const quantity = /^\d+(?:[KMGTP]i?|[mk])$/

/** What cannot be seen, or is not what it looks like; the plain space is both seen and safe. */
const unseen = /["\\]|[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  ' ': ' ',
}

/**
 * A string on one line of block YAML, quoted unless every reader of YAML 1.1 hears this very string. Strings are well-formed Unicode:
 * YAML has no way to write half a surrogate pair.
 * Source: go.yaml.in/yaml/v2 `resolve.go` and `scannerc.go`, which kubectl reads with.
 */
export function scalarText(text: string): string {
  if (quantity.test(text)) return text
  if (plain.test(text) && !splits.test(text) && !words.test(text)) return text
  return `"${text.replace(unseen, escaped)}"`
}

function escaped(character: string): string {
  const short = shortEscapes[character]
  if (short !== undefined) return short
  const code = character.codePointAt(0) ?? 0
  const hex = code.toString(16).toUpperCase()
  return code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`
}
