/** One document of a stream, its separator left out, and where it begins in the whole text. */
export interface Chunk {
  readonly text: string
  readonly start: number
}

export interface Split {
  readonly chunks: readonly Chunk[]
  /** Where something stands beside a separator. */
  readonly crowded: readonly number[]
}

/**
 * Cuts where kubectl cuts: at each line that begins with `---`, whatever YAML would make of it. Beside it only a comment may stand.
 * Source: k8s.io/apimachinery v0.33.13, `util/yaml/decoder.go`.
 */
export function splitDocuments(text: string): Split {
  const chunks: Chunk[] = []
  const crowded: number[] = []
  let start = 0
  for (let line = nextSeparator(text, 0); line !== -1; line = nextSeparator(text, start)) {
    const end = lineEnd(text, line)
    if (!isSeparator(text.slice(line, end))) crowded.push(line)
    if (line > start) chunks.push({ text: text.slice(start, line), start })
    start = end
  }
  return { chunks: [...chunks, { text: text.slice(start), start }], crowded }
}

/** A comment without a space before it is one for kubectl here and there. */
function isSeparator(line: string): boolean {
  return /^---(?:[ \t]+#.*|[ \t]*)\r?\n?$/.test(line)
}

function nextSeparator(text: string, from: number): number {
  if (from === 0 && text.startsWith('---')) return 0
  const found = text.indexOf('\n---', Math.max(from - 1, 0))
  return found === -1 ? -1 : found + 1
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end + 1
}
