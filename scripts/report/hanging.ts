import { wrap } from './wrap.ts'

const narrowest = 30

/** Text wrapped beside its beginning, further lines below the text; at least 30 columns of it, however narrow the page. */
export function hanging(begin: string, sentence: string, width: number): readonly string[] {
  const [first = '', ...rest] = wrap(sentence, Math.max(narrowest, width - begin.length))
  return [begin + first, ...rest.map((line) => ' '.repeat(begin.length) + line)]
}
