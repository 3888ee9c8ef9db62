import type { Absence, EvaluateCodes, ExportGot, ImportRefusal, NotData } from '../../model/codes/evaluate.ts'
import { bytesText } from '../../model/quantity.ts'
import type { Sentence, Sentences } from './sentence.ts'

type Construct = EvaluateCodes['typescript-only']['construct']

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

const refusals: Readonly<Record<ImportRefusal, readonly [what: string, fix: string]>> = {
  config: ["is the lab's own page, which templates read for you", 'Remove the import, and write the value itself.'],
  templates: ['is the inside of a template', "Import what you need from `'#lab'`."],
  member: [
    "is another member's file: a change of theirs would change your request",
    "Copy what you need, or mount their disk with `shared('login', 'name')`.",
  ],
  outside: ['lies outside of your folder', "Move the file next to this one, and write `'./name.ts'`."],
  subfolder: [
    'lies in a folder below yours, and your files lie side by side',
    "Move the file next to this one, and write `'./name.ts'`.",
  ],
  'not-typescript': ['is no TypeScript', 'Write what it holds as a constant into a file `_data.ts`, and import that.'],
  node: [
    'is part of Node, and a request has neither files nor network: it only describes a run',
    'Remove the import. What the run itself needs, its `command` can do.',
  ],
  url: [
    'is an address, and a request is read without network',
    'Remove the import, or copy what you need into your folder.',
  ],
  absolute: ['is a path of one computer', "Move the file next to this one, and write `'./name.ts'`."],
  package: [
    'is a package, and a request has none',
    "Remove it. Templates come from `'#lab'`, your own files from `'./name.ts'`.",
  ],
}

const absences: Readonly<Record<Absence, readonly [why: string, fix: string]>> = {
  machine: [
    'there is no computer behind it',
    'Write the value itself; what the run needs of its machine, its `command` can read.',
  ],
  network: ['it has no network', 'Remove it. Let the `command` of the run fetch what it needs.'],
  print: ['nobody would see what it prints', 'Remove it. `npx lab build` shows what the request comes to.'],
  clock: ['the same file must mean the same at any time', "Write the day itself, such as `'2027-01-31'`."],
  timer: ['it does not wait', 'Remove it.'],
  chance: [
    'the same file must mean the same every time',
    'Write the value itself. For seeds, use `sweep(…)` with `over: { SEED: [1, 2, 3] }`.',
  ],
  code: ['only the code that is written here is run', 'Write the code itself.'],
  locale: ['the same file must mean the same in every country', 'Write the text itself.'],
  browser: ['it is part of browsers and servers', 'Remove it; for text, use string methods.'],
  engine: ['only plain data leave it', 'Use objects, lists and loops.'],
}

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

const notData: Readonly<Record<NotData, readonly [what: string, fix: string]>> = {
  function: ['a function', 'Call it, or leave it out.'],
  symbol: ['a symbol', 'Write a text.'],
  bigint: ['a `BigInt`', 'Write a number without `n`.'],
  NaN: ['`NaN`, which is no number', 'Look at how it is computed, or write the number itself.'],
  Infinity: ['`Infinity`', 'Write a number.'],
  '-Infinity': ['`-Infinity`', 'Write a number.'],
  '-0': ['`-0`', 'Write `0`.'],
  undefined: ['`undefined` in a list', 'Leave the element out.'],
  getter: ['a property that is computed when it is read', 'Write the value itself.'],
  hidden: ['a property that is hidden from listing', 'Write it as a plain property.'],
  'symbol-key': ['a property whose name is a symbol', 'Write a text as its name.'],
  'proto-key': ['a property called `__proto__`', 'Give it another name.'],
  'list-property': ['a list with properties of its own', 'Write an object, or a plain list.'],
}

export const evaluateSentences = {
  'syntax-error': ({ message }) => ({
    what: `This is no TypeScript that can be read: ${quoted(message)}.`,
    fix: 'Look for a missing or extra bracket, quote or comma just before.',
  }),
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
  'import-refused': ({ specifier, why }) => ({
    what: `${quoted(specifier)} cannot be imported: it ${refusals[why][0]}.`,
    fix: refusals[why][1],
  }),
  'import-missing': ({ specifier, near }) => ({
    what: `There is no ${quoted(specifier)} in your folder.`,
    fix: near === undefined ? 'Write the name of a file that lies next to this one.' : `Did you mean \`'${near}'\`?`,
  }),
  'export-missing': exportMissing,
  threw: ({ message }) => ({
    what:
      message === ''
        ? 'The code stopped here with an error that says nothing.'
        : `The code stopped here with ${quoted(message)}.`,
    fix: 'Mend what the error says; `npx tsc --noEmit -p users` may tell more.',
  }),
  'name-unknown': ({ name, near }) => ({
    what: `There is nothing called ${quoted(name)} here.`,
    fix:
      near === undefined
        ? "Import it from `'#lab'` or from your own file, or mend its spelling."
        : `Did you mean \`${near}\`?`,
  }),
  'name-absent': ({ name, why }) => ({
    what: `${quoted(name)} does not exist in a request: ${absences[why][0]}.`,
    fix: absences[why][1],
  }),
  'name-too-early': ({ name }) => ({
    what: `${quoted(name)} is used before it has a value.`,
    fix: 'Move its line up; where two files import each other, put what both need into a third, `_common.ts`.',
  }),
  'out-of-steps': ({ limit }) => ({
    what: `The code was stopped after ${limit / 1e6} million steps: something in it does not end.`,
    fix: 'Give the loop an end.',
  }),
  'out-of-memory': ({ limit }) => ({
    what: `The code needs more than ${bytesText(limit)} of memory, and a request is small.`,
    fix: 'Build smaller lists and texts; data belong on a disk, not in a request.',
  }),
  'out-of-stack': () => ({
    what: 'Functions or values are nested too deeply.',
    fix: 'Let the function end somewhere, or write a loop.',
  }),
  'out-of-promises': ({ limit }) => ({
    what: `The code was stopped after ${limit} promises: they never come to an end.`,
    fix: 'Remove `async`, `await` and `then`: a request has nothing to wait for.',
  }),
  'await-endless': () => ({
    what: 'What is awaited here never happens.',
    fix: 'Remove `await`: a request has nothing to wait for.',
  }),
  'took-too-long': ({ seconds }) => ({
    what: `Nobody could tell: the file was not done after ${seconds} seconds.`,
    fix: 'Make it simpler, or run the check again if the machine was busy.',
  }),
  'request-empty': () => ({
    what: 'The file requests nothing.',
    fix: "Export what it should request: `export default session('dev', { … })`; a file that only helps others has a name that begins with `_`.",
  }),
  'export-not-manifest': ({ got }) => ({
    what: `What is exported here is no request, but ${exported[got][0]}.`,
    fix: exported[got][1],
  }),
  'exported-twice': ({ first }) => ({
    what: `This was exported as ${quoted(first)} already, so it would be requested twice.`,
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
  'value-not-data': ({ got, at }) => ({
    what: `${valueAt(at)} cannot be written down: it is ${notData[got][0]}.`,
    fix: notData[got][1],
  }),
  'value-instance': ({ class: name, at }) => ({
    what: `${valueAt(at)} cannot be written down: it is an object of the class ${quoted(name)}.`,
    fix: 'Write a plain object, list, text or number.',
  }),
  'value-cyclic': ({ at }) => ({ what: `${valueAt(at)} contains itself.`, fix: 'Write a copy that does not.' }),
  'value-too-deep': ({ limit, at }) => ({
    what: `${valueAt(at)} stands more than ${limit} values deep.`,
    fix: 'Write it flatter: no object of Kubernetes is as deep.',
  }),
  'list-hole': ({ at }) => ({
    what: `${valueAt(at)} is a list with holes.`,
    fix: 'Write each element, without empty places between commas.',
  }),
  'text-broken': ({ at }) => ({
    what: `${valueAt(at)} holds half of a character, which cannot be written down.`,
    fix: 'Write the whole character; do not cut texts with emoji in the middle.',
  }),
} satisfies Sentences<EvaluateCodes>

function exportMissing({ name, from, near, type }: EvaluateCodes['export-missing']): Sentence {
  const what =
    name === 'default'
      ? `${quoted(from)} has no default export.`
      : `${quoted(from)} has nothing called ${quoted(name)}.`
  if (type)
    return {
      what: `${quoted(name)} is a type of ${quoted(from)}, and types are imported as such.`,
      fix: `Write \`type ${name}\` in the braces.`,
    }
  if (near !== undefined) return { what, fix: `Did you mean \`${near}\`?` }
  return {
    what,
    fix:
      name === 'default'
        ? 'Write the names that you need in braces: `import { session } from …`.'
        : 'Mend its spelling, or export it there.',
  }
}

function valueAt(at: string | undefined): string {
  return at === undefined ? 'This' : quoted(at)
}

/** A text of the member's as code; backticks of its own would end it. */
function quoted(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll('\n', ' ')}\``
}
