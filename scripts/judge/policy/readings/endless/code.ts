import type { Endless, Situation } from './endless.ts'

/** Loops without a condition, in the languages that people write into a command line. */
const loop = /\bwhile\s*\(?\s*(?:True|true|1)\b|\bfor\s*\(\s*;\s*;\s*\)|\bloop\s+do\b/
const wayOut = /\b(?:break|return|exit|quit|raise|last|throw)\b/
const forEver = /\bsignal\.pause\s*\(|\bsetInterval\s*\(|\bserve_forever\s*\(|\bEvent\s*\(\s*\)\s*\.\s*wait\s*\(\s*\)/

/** Some languages call it with brackets, some may leave them out. */
const calls = {
  bracketed: { sleep: /\bsleep\s*\(([^;\n]{0,60})/g, atEnd: /\bsleep\s*\([^;\n]{0,60}\)[\s;]*$/ },
  bare: { sleep: /\bsleep\b[ (]*([^;\n]{0,60})/g, atEnd: /\bsleep\b[^;\n]{0,60}[\s;}]*$/ },
}

/** Whether a program written into a command line ends: only what is plain to see counts. */
export function codeEndless(
  code: string,
  program: string,
  { last, atMost }: Situation,
  longestPause: number,
): Endless | undefined {
  const said = (what: string | undefined) => `${program} … ${what ?? ''}`
  if (loop.test(code) && !wayOut.test(code)) return { command: said(loop.exec(code)?.[0]), why: 'loops' }
  if (forEver.test(code)) return { command: said(forEver.exec(code)?.[0]), why: 'sleeps' }
  const { sleep, atEnd } = /^(?:perl|ruby|[gm]?awk)/.test(program) ? calls.bare : calls.bracketed
  if (last && atEnd.test(code)) return { command: said('sleep'), why: 'ends-asleep' }
  for (const [, length = ''] of code.matchAll(sleep)) {
    if (Math.min(secondsOf(length), atMost) > longestPause) return { command: said('sleep'), why: 'sleeps' }
  }
  return undefined
}

/** `60 * 60 * 24)` and `1e9)` are read, nothing is for ever, and what is computed otherwise is not held against anybody. */
function secondsOf(rest: string): number {
  if (/\binf(?:inity)?\b|\bmaxsize\b/i.test(rest)) return Infinity
  const [length = ''] = rest.split(/[),}]/)
  const factors = length.split('*').map((factor) => factor.trim())
  if (length.trim() === '') return Infinity
  return factors.every((factor) => /^\d[\d_]*\.?\d*(?:e\d+)?$/i.test(factor))
    ? factors.reduce((product, factor) => product * Number(factor.replaceAll('_', '')), 1)
    : 0
}
