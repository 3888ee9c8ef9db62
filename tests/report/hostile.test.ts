import * as fc from 'fast-check'
import { marked, type Token } from 'marked'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../scripts/model/finding.ts'
import type { Grant } from '../../scripts/model/grant.ts'
import type { Json } from '../../scripts/model/json.ts'
import type { Format, Report } from '../../scripts/model/report.ts'
import { disarmed } from '../../scripts/report/disarmed.ts'
import { formatters } from '../../scripts/report/formats/index.ts'
import { tamed } from '../../scripts/report/tamed.ts'
import { tell } from '../../scripts/report/telling.ts'
import { visible } from '../../scripts/report/visible.ts'

/** A report that holds a foreign text wherever one can stand. */
function reportWith(text: string): Report {
  const one = {
    code: 'type-error',
    args: { ts: 1, message: text, option: text, list: [text] },
    severity: 'error',
    place: { file: text, line: 1, column: 2 },
    request: text,
    object: text,
    path: text,
    law: { by: 'NRP', asOf: text, source: text },
    lift: text,
    expired: { by: text, until: text },
  } as unknown as Finding
  const grant = { by: text, until: text, reason: text } as Grant
  return {
    unit: 'file',
    judged: [{ name: text, file: text, objects: 1 }],
    findings: [one, { ...one, severity: 'notice', place: { file: text } }],
    lifted: [{ finding: one, grant }],
    totals: [{ party: text, what: text, used: text, limit: text }],
  }
}

/** Sentences as layers write them: foreign texts between backticks, in prose, at either end, and glued to punctuation. */
function said(text: string, format: Format): string {
  const telling = tell(reportWith(text), ({ args }) => {
    const { message } = tamed(args as Json) as { message: string }
    return { what: `\`${message}\` and ${message} are odd:${message}`, fix: `${message}.`, who: message }
  })
  return formatters[format](telling, { color: false, width: 80, sources: () => text })
}

const texts = [
  '::error::forged',
  ' ::set-output name=x::y',
  'a\n::add-mask::x',
  'a\r::stop-commands::x',
  'a\u2028::error::x',
  'a ::error file=x::y',
  ':error::glued',
  '##[error]forged',
  '%0A::error::x',
  '\u001b[2J\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
  '\u202egnp.exe\u2066',
  '\u200b\u200d\ufeff',
  '\u0000\u0001\u0085\ufffe\ud800',
  ']]><script>alert(1)</script>&amp;&#0;<!-- -->',
  '" onload="x',
  '@admin approved #12 GH-13 org/repo#14',
  'https://evil.example www.evil.example a@b.example',
  '[click](https://evil.example) ![x](https://evil.example/x.png) <https://evil.example>',
  '`@admin` ``@admin`` `',
  '``` \n@admin\n```',
  '\n\n# Approved\n\n- [x] done | a | b |\n<details>',
  '*a* _b_ ~~c~~ **d** __e__ $x$ :tada: [^1] \\@admin',
  '0123456789abcdef0123456789abcdef01234567',
  '> [!NOTE]\n> x',
  'x'.repeat(5000),
  '漢字'.repeat(300),
  '',
]

const unseen = /[[\p{C}\p{Zl}\p{Zp}]--\n]/v
const pieces = fc.constantFrom(
  ...texts,
  '`',
  '``',
  '@',
  '#1',
  '::',
  ':',
  '##[',
  '\n',
  '\r',
  ' ',
  '|',
  '<',
  '&',
  ']]>',
  '\\',
  '_',
  '*',
  'x',
)
const foreign = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 8 })
  .map((parts) => parts.join(''))

/** What of a law is broken in an output that holds `text`. */
type Breaches = (output: string, text: string) => readonly unknown[]

const laws: readonly [string, Format, Breaches][] = [
  ['text starts no command and hides nothing', 'text', obeyed],
  ['markdown starts no command and hides nothing', 'markdown', obeyed],
  ['junit starts no command and hides nothing', 'junit', obeyed],
  ['json starts no command and hides nothing', 'json', obeyed],
  ['sarif starts no command and hides nothing', 'sarif', obeyed],
  ['github starts our commands and no others', 'github', foreignCommands],
  ['junit is XML', 'junit', malformed],
  ['json holds the evidence as it was', 'json', evidenceLost],
  ['markdown has code where foreign text is, and nothing that GitHub acts on', 'markdown', active],
]

describe.each(laws)('%s', (_, format, breaches) => {
  test.each(texts)('%j', (text) => {
    expect(breaches(said(text, format), text)).toEqual([])
  })

  test('for any text', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        expect(breaches(said(text, format), text)).toEqual([])
      }),
    )
  })
})

function obeyed(output: string): readonly string[] {
  return output.split('\n').filter((line) => unseen.test(line) || /^\s*::/.test(line) || line.includes('##['))
}

function foreignCommands(output: string, text: string): readonly string[] {
  const commands = output.split('\n').filter((line) => /^\s*::/.test(line))
  const ours = ['::error ', '::notice ', '::group::', '::endgroup::'].every((name, index) =>
    commands[index]?.startsWith(name),
  )
  const file = unescaped(/^::error file=([^,]*),/.exec(commands[0] ?? '')?.[1] ?? '')
  const rest = output.split('\n').filter((line) => !commands.includes(line))
  if (!ours || commands.length !== 4 || file !== disarmed(visible(text))) return commands
  return [...obeyed(rest.join('\n')), ...commands.filter((line) => unseen.test(line) || line.includes('##['))]
}

/** As the runner reads a property. Source: actions/runner `ActionCommand.cs`. */
function unescaped(property: string): string {
  return property
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}

function malformed(output: string): readonly string[] {
  const parser = new SaxesParser()
  const errors: string[] = []
  parser.on('error', (error) => errors.push(error.message))
  parser.write(output).close()
  return errors
}

function evidenceLost(output: string, text: string): readonly string[] {
  const { findings } = JSON.parse(output) as { findings: { args: { message: string } }[] }
  return findings.map(({ args }) => args.message).filter((message) => message !== text)
}

/** What our own words may be made of; everything else must be code. */
const plainWords = /^[\p{L}\p{N}\s.,;()?!'’"“”%=+/–—…±×≤≥→:·✖▲●◇✔-]*$/u
const acted = /www\.|GH-\d|\b[\da-f]{7,40}\b|:\w+:/i
const structure = ['heading', 'paragraph', 'list', 'list_item', 'table', 'space', 'codespan', 'br']

function active(output: string): readonly string[] {
  const breaches: string[] = []
  void marked.walkTokens(marked.lexer(output), (token) => {
    if (!isInert(token)) breaches.push(`${token.type}: ${token.raw}`)
  })
  return breaches
}

function isInert(token: Token): boolean {
  if (token.type === 'html') return token.raw.trim() === '<br>'
  if (token.type === 'strong') return /^\*\*(?:line \d+|Fix:)\*\*$/.test(token.raw)
  if (token.type === 'text') return 'tokens' in token || (plainWords.test(token.raw) && !acted.test(token.raw))
  return structure.includes(token.type)
}
