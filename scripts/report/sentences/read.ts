import type { ReadCodes, UnclearPart } from '../../model/codes/read.ts'
import type { Sentence, Sentences } from './sentence.ts'

const mebi = 2 ** 20

/** What js-yaml says most often, in words for people. */
const reasons = new Map([
  ['deficient indentation', 'this line is not indented deeply enough for what it belongs to'],
  [
    'bad indentation of a mapping entry',
    'the indentation does not fit the lines before it, or a second colon stands on the line',
  ],
  ['bad indentation of a sequence entry', 'this does not fit the indentation of the list before it'],
  ['end of the stream or a document separator is expected', 'this belongs to nothing that stands before it'],
  ['can not read a block mapping entry; a multiline key may not be an implicit key', 'a name has no colon after it'],
  ["expected ':' after a mapping key", 'a name has no colon after it'],
  ['missed comma between flow collection entries', 'a comma is missing between brackets'],
  ['unexpected end of the stream', 'a bracket or a quote is never closed'],
  ['unexpected end of the stream within a flow collection', 'a bracket is never closed'],
  ['unexpected end of the stream within a double quoted scalar', 'a quote is never closed'],
  ['unexpected end of the stream within a single quoted scalar', 'a quote is never closed'],
])

const kinds = { list: 'A list', object: 'An object', alias: 'A `*` mark' }

const unclear: Readonly<Record<UnclearPart, Sentence>> = {
  colon: {
    what: 'A colon without a space after it is a letter of the name here.',
    fix: 'Write a space after the colon.',
  },
  object: { what: 'An object begins on the line of its own name.', fix: 'Begin it on the next line, indented.' },
  half: { what: 'An escape writes only one half of a character here.', fix: 'Write the character itself.' },
  backslash: {
    what: 'An empty line stands after a backslash, and YAML readers understand that differently.',
    fix: 'Remove the empty line, or write `\\n` for it.',
  },
}

export const readSentences = {
  'no-object': () => ({
    what: 'There is no Kubernetes object in this file.',
    fix: 'Write one, or leave the file out.',
  }),
  'yaml-too-large': ({ size, limit }) => ({
    what: `This document has ${(size / mebi).toFixed(1)} million characters, and at most ${limit / mebi} are read.`,
    fix: 'Split it into several documents, with a line `---` between them.',
  }),
  'yaml-too-deep': ({ limit }) => ({
    what: `Lists and objects stand in each other more than ${limit} levels deep here.`,
    fix: 'Check the brackets and the indentation: no Kubernetes object is that deep.',
  }),
  'yaml-syntax': ({ reason }) => ({
    what: `This is not valid YAML: ${reasons.get(reason) ?? reason}.`,
    fix: 'Check this line and the one before it: indentation in spaces, a space after each colon, quotes and brackets closed.',
  }),
  'yaml-tab': () => ({
    what: 'This line is indented with a tab, which YAML forbids.',
    fix: 'Indent with spaces.',
  }),
  'yaml-separator': () => ({
    what: 'Something else stands on the line of the `---` that begins a document, and kubectl refuses that.',
    fix: 'Put `---` on a line of its own.',
  }),
  'yaml-second-document': () => ({
    what: 'A second object begins here without a line `---` before it, and kubectl would lose one of the two without a word.',
    fix: 'Put a line `---` before it.',
  }),
  'yaml-tag': ({ tag }) => ({
    what: `The tag \`${tag}\` says how to read what follows, and Kubernetes has no use for it.`,
    fix: `Remove \`${tag}\`, and put what is meant as text in quotes.`,
  }),
  'yaml-alias-unknown': ({ alias }) => ({
    what: `\`*${alias}\` repeats what \`&${alias}\` marks, and there is no \`&${alias}\` before it in this document.`,
    fix: `Mark the part with \`&${alias}\`, or write it out here.`,
  }),
  'yaml-alias-bomb': ({ limit }) => ({
    what: `Repeated by \`*\` marks, this document grows by more than ${limit} values.`,
    fix: 'Write the parts out, in several files if need be.',
  }),
  'yaml-merge': () => ({
    what: '`<<` adds the fields of other objects, and here is something that is no object.',
    fix: 'Give it a `*` mark of an object, or a list of them.',
  }),
  'yaml-key-twice': ({ key, line }) => ({
    what: `\`${key}\` is given twice, first on line ${line}; only one of the two would count.`,
    fix: 'Remove one of them.',
  }),
  'yaml-key': ({ key, heard }) => ({
    what:
      heard === undefined
        ? `Kubernetes cannot take \`${key}\` as a name.`
        : `Kubernetes reads the name \`${key}\` as \`${heard}\`.`,
    fix: `Put it in quotes: \`"${key}"\`.`,
  }),
  'yaml-number': ({ text }) => ({
    what: `\`${text}\` is a number that Kubernetes cannot hold.`,
    fix: `Put it in quotes if it is meant as text: \`"${text}"\`.`,
  }),
  'yaml-key-kind': ({ kind }) => ({
    what: `${kinds[kind]} stands here for the name of a field, and names are texts.`,
    fix: 'Write the name as text.',
  }),
  'yaml-character': ({ character }) => ({
    what: `Here stands the character ${character}, which YAML readers understand differently.`,
    fix: `Remove it, or write it in double quotes as \`\\u${character.slice(2)}\`.`,
  }),
  'yaml-unclear': ({ part }) => unclear[part],
  'document-not-object': ({ got }) => ({
    what: `A Kubernetes object is a set of fields, and here is ${got}.`,
    fix: 'Begin with `apiVersion:` and `kind:`.',
  }),
} satisfies Sentences<ReadCodes>
