import type { ExportCodes, ExportGot } from '../../model/codes/evaluate.ts'
import { bytesText } from '../../model/quantity.ts'
import { asCode } from './as-code.ts'
import type { Sentences } from './sentence.ts'

const exported: Readonly<Record<ExportGot, readonly [what: string, fix: string]>> = {
  text: ['a text', 'Remove `export`.'],
  number: ['a number', 'Remove `export`.'],
  truth: ['`true` or `false`', 'Remove `export`.'],
  nothing: ['nothing', 'Give it a value, or remove `export`.'],
  function: [
    'a function',
    'Call it, or remove `export`; a function for several files stands in a file whose name begins with `_`.',
  ],
  promise: ['a promise', 'Write `await` before it.'],
  symbol: ['a symbol', 'Remove `export`.'],
  disk: ['a reference to a disk, which requests nothing', 'Remove `export`.'],
  'list-in-list': ['a list inside a list', 'Write `.flat()` after it.'],
  object: [
    'an object without `apiVersion` and `kind`',
    "Use a template from `'#lab'`, or write both; options for several files stand in a file whose name begins with `_`.",
  ],
  instance: [
    'an object of a class',
    "Use a template from `'#lab'`, or write a plain object with `apiVersion` and `kind`.",
  ],
}

export const exportSentences = {
  'request-empty': () => ({
    what: 'The file requests nothing.',
    fix: "Export what it should request: `export default session('dev', { … })`; a file that only helps others has a name that begins with `_`.",
  }),
  'export-not-manifest': ({ got }) => ({
    what: `What is exported here is no request, but ${exported[got][0]}.`,
    fix: exported[got][1],
  }),
  'exported-twice': ({ first }) => ({
    what: `This was exported as ${asCode(first)} already, so it would be requested twice.`,
    fix: 'Remove one of the two exports.',
  }),
  're-exported': () => ({
    what: 'This was imported from another of your requests; exporting it requests it twice.',
    fix: 'Remove `export`: to use it here, importing is enough.',
  }),
  'not-exported': ({ template }) => ({
    what: `What this \`${template}\` makes is not exported, so nobody will get it.`,
    fix: 'Write `export const name = ` or `export default ` before it, or remove it.',
  }),
  'exports-too-many': ({ count, limit }) => ({
    what: `The file has ${count} exports, and may have ${limit}.`,
    fix: 'Use `sweep(…)` for many runs of one kind, and several files for the rest.',
  }),
  'objects-too-many': ({ limit }) => ({
    what: `The file requests more than ${limit} objects.`,
    fix: 'Use `sweep(…)` for many runs of one kind, and several files for the rest.',
  }),
  'output-too-large': ({ limit }) => ({
    what: `What the file requests is longer than ${bytesText(limit)} of text.`,
    fix: 'Keep programs and data in your own repository or on a disk.',
  }),
} satisfies Sentences<ExportCodes>
