import { shown } from './visible.ts'

/** Foreign text of many lines as a block of code in Markdown: its fence is longer than any run of backticks inside. */
export function block(text: string, language = ''): string {
  const lines = text.replace(/\n$/, '').split('\n').map(shown)
  const runs = Array.from(text.matchAll(/`+/g), ([run]) => run.length)
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)))
  return [`${fence}${language}`, ...lines, fence].join('\n')
}
