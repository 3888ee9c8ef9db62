import { visible } from './visible.ts'

const longest = 200

/**
 * Foreign text as code in Markdown, on one line: the only way in which it may stand there. In code no mention, link, issue number, HTML
 * or emphasis works; the fence is longer than any run of backticks inside. `pipeline.md` 6.
 */
export function code(text: string): string {
  const safe = visible(text, longest).replaceAll('|', '¦').replace(/^ *$/, '␣')
  const fence = '`'.repeat(1 + Math.max(0, ...Array.from(safe.matchAll(/`+/g), ([run]) => run.length)))
  const padded = /^[` ]|[` ]$/.test(safe) ? ` ${safe} ` : safe
  return fence + padded + fence
}
