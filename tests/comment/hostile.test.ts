import * as fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { isObject, type Json } from '../../scripts/model/json.ts'
import { commentMark } from '../../scripts/model/own-marks.ts'
import { changeMarks, runMarks } from '../../scripts/report/index.ts'
import { cardIn, where } from './scene.ts'
import { merged } from './run-card.ts'
import { scenes, smallLab } from './scenes.ts'

const names = ['needs-admin-eight-a100', 'refused-at-their-lines', 'granted-eight-gpus', 'fields-changed'] as const
const cards = await Promise.all(names.map((name) => cardIn(scenes[name] ?? never(name), smallLab)))

function never(name: string): never {
  throw new Error(`no scene ${name}`)
}

/** What our own code decides by, and so no stranger can write: codes, kinds, shapes of numbers. */
const ours: ReadonlySet<string> = new Set(
  'code says kind verdict level is severity operation hold refusal slip construct template expected why note phase what ask head key until lift rule ending by on path endsBy'.split(
    ' ',
  ),
)

/** The same with every foreign text that is longer than a letter in place of its own. */
function poisoned<T>(value: T, text: string): T {
  return swap(value as Json, text) as T
}

function swap(value: Json | undefined, text: string): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => swap(item, text) ?? null)
  if (typeof value === 'string') return text
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      ours.has(key) && typeof item === 'string' ? item : (swap(item, text) ?? null),
    ]),
  )
}

/** Tags of the HTML that GitHub would show. */
function tagsIn(markdown: string): readonly string[] {
  const html = marked.parse(markdown, { async: false, gfm: true })
  return Array.from(html.matchAll(/<(\/?[a-z][a-z0-9]*)\b[^>]*>/gi), ([, tag = '']) => tag.toLowerCase())
}

/** What a reader sees outside of code. */
function bareText(markdown: string): string {
  const html = marked.parse(markdown, { async: false, gfm: true })
  const text = html.replaceAll(/<(code)\b[^>]*>[^]*?<\/\1>/g, ' ').replaceAll(/<[^>]*>/g, ' ')
  return text.replaceAll(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
}

const plain = 'x'
const own = new Set(
  [
    'h3',
    'p',
    'ul',
    'li',
    'strong',
    'code',
    'pre',
    'br',
    'hr',
    'a',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'details',
    'summary',
    'em',
  ].flatMap((tag) => [tag, `/${tag}`]),
)

const attacks = [
  '@everyone',
  '<img src=x onerror=alert(1)>',
  '[click](https://evil.example)',
  'https://evil.example',
  'www.evil.example',
  '`@bob`',
  '```\n@bob\n```',
  '</details><script>',
  '<!-- lab -->',
  '##[error]x',
  '\n::error::x',
  '\u202egnp.exe',
  '| a | b |',
  '# head\n- item',
  '#12 GH-12 alice/lab#3',
  'deadbeefdeadbeef',
  '*bold* _em_ ~~no~~',
  ':+1:',
]

const foreign = fc.oneof(
  fc.constantFrom(...attacks),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc
    .array(fc.constantFrom(...attacks, '`', '``', '\n', ' ', '|', '\\'), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join('')),
)

/** What is wrong with a comment: tags that are none of ours, more links than it has of itself, words that were meant for GitHub. */
function faultsIn(markdown: string, links: number): readonly string[] {
  const tags = tagsIn(markdown)
  const active = /@\w|evil|https?:|www\.|##\[|\u202e|\bonerror|#\d|GH-\d|deadbeef/.exec(bareText(markdown))
  return [
    ...tags.filter((tag) => !own.has(tag)),
    ...(linksIn(markdown) > links ? ['a link'] : []),
    ...(active === null ? [] : [active[0]]),
    ...(/##\[|^\s*::/m.test(markdown) ? ['a command'] : []),
    ...(markdown.startsWith(`${commentMark}\n### `) ? [] : ['another beginning']),
  ]
}

function linksIn(markdown: string): number {
  return tagsIn(markdown).filter((tag) => tag === 'a').length
}

function runSaid(text: string): string {
  return runMarks(poisoned(merged, text), where).comment ?? ''
}

describe('whatever strangers write', () => {
  test.each(cards.map((card, index) => [names[index], card] as const))('%s', (_, card) => {
    const said = (text: string): string => changeMarks(poisoned(card, text), where).comment ?? ''
    const links = linksIn(said(plain))
    fc.assert(
      fc.property(foreign, (text) => {
        expect(faultsIn(said(text), links)).toEqual([])
      }),
      { numRuns: 60 },
    )
    expect(said(plain)).toContain(plain)
  })

  test('the card of a run', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        expect(faultsIn(runSaid(text), 0)).toEqual([])
      }),
      { numRuns: 60 },
    )
    expect(runSaid(plain)).toContain(plain)
  })

  test('a stranger’s pull request says nothing of theirs', async () => {
    const card = await cardIn(
      { author: { login: 'mallory', id: 666 }, changes: { 'users/alice/dev.ts': null } },
      smallLab,
    )
    const [one, other] = ['a', '@bob'].map((text) => changeMarks(poisoned(card, text), where))
    expect(one).toEqual(other)
    expect(one).not.toHaveProperty('comment')
  })
})
