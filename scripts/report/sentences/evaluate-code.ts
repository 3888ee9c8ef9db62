import type { CodeCodes, SyntaxSlip } from '../../model/codes/evaluate.ts'
import { asCode } from './as-code.ts'
import type { Sentence, Sentences } from './sentence.ts'

type Construct = CodeCodes['typescript-only']['construct']

const constructs: Readonly<Record<Construct, readonly [what: string, fix: string]>> = {
  enum: ['An `enum`', "Write the values out: `type Size = 'small' | 'large'`."],
  namespace: ['A `namespace`', 'Write its parts as they are, or in a file `_common.ts`.'],
  'parameter-property': [
    'A constructor parameter with `private`, `public` or `readonly`',
    'Write a field and set it in the constructor.',
  ],
  'import-equals': ['`import … = …`', "Write `import { … } from './…'`."],
  'export-equals': ['`export = …`', 'Write `export default …`.'],
  cast: ['A type in angle brackets before a value', 'Write `value as Type`.'],
}

/** A map, for the mark comes from where strangers' code ran: `constructor` is no name in it. */
const closing: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

/** What a slip of the pen looks like to somebody who does not know the grammar. */
const slips: Readonly<Record<SyntaxSlip, (word: string) => Sentence>> = {
  open: (mark) => ({
    what: `This ${asCode(mark)} is never closed.`,
    fix: `Write ${asCode(closing.get(mark) ?? mark)} where what it holds ends.`,
  }),
  extra: (mark) => ({ what: `This ${asCode(mark)} closes nothing.`, fix: 'Remove it, or write what it should close.' }),
  quote: (mark) => ({
    what: `This ${asCode(mark)} has no partner.`,
    fix: 'Write a quote at both ends of a text, on one line.',
  }),
  comma: (word) => ({ what: `A comma is missing after ${asCode(word)}.`, fix: 'Write `,` there.' }),
  'comma-extra': () => ({ what: 'There is one comma too many.', fix: 'Remove it.' }),
  semicolon: () => ({ what: 'Between options stands a comma, not a semicolon.', fix: 'Write `,` in place of `;`.' }),
  colon: (word) => ({ what: `A colon is missing after ${asCode(word)}.`, fix: `Write ${asCode(`${word}:`)}.` }),
  equals: () => ({ what: 'Between an option and its value stands a colon.', fix: 'Write `:` in place of `=`.' }),
  unquoted: (word) => ({
    what: `${asCode(word)} is neither a number nor a text.`,
    fix: `Write a number without letters, or a text in quotes: ${asCode(`'${word}'`)}.`,
  }),
  'prose-quote': (mark) => ({
    what: `${asCode(mark)} is a quote of prose, not of code.`,
    fix: "Write `'` at both ends.",
  }),
  comment: () => ({ what: 'A comment does not begin with `#` here.', fix: 'Begin it with `//`.' }),
  'python-text': () => ({
    what: 'A letter before a text means nothing here.',
    fix: 'Remove it; a value goes into a text between backquotes, as `${lr}`.',
  }),
  'python-import': () => ({
    what: 'This is how Python imports.',
    fix: "Write `import { session } from '#lab'`.",
  }),
  'bare-import': (word) => ({
    what: `What is imported by its name stands in braces: ${asCode(word)} does not.`,
    fix: "Write `import { session, volume } from '#lab'`.",
  }),
  'bare-options': (word) => ({
    what: `Options stand in braces, and ${asCode(word)} does not.`,
    fix: `Write ${asCode(`{ ${word}: … }`)}.`,
  }),
}

export const codeSentences = {
  'syntax-error': ({ message, slip, word = '' }) =>
    slip === undefined
      ? {
          what: `This is no TypeScript that can be read: ${asCode(message)}.`,
          fix: 'Look for a missing or extra bracket, quote or comma just before.',
        }
      : slips[slip](word),
  'typescript-only': ({ construct }) => ({
    what: `${constructs[construct][0]} is more than a type, and a request runs without being compiled.`,
    fix: constructs[construct][1],
  }),
  'code-tangled': () => ({
    what: 'The code nests too deeply, or is too ambiguous, to be read.',
    fix: 'Take it apart into constants with names.',
  }),
  'export-pattern': () => ({
    what: 'What is exported here by taking a list apart would be lost.',
    fix: 'Export the list itself, or each constant by its own `export const`.',
  }),
  'directive-refused': ({ directive }) => ({
    what: `\`${directive}\` would hide from TypeScript, and from whoever reviews this, what is wrong.`,
    fix: 'Remove it, and mend what TypeScript says then.',
  }),
} satisfies Sentences<CodeCodes>
