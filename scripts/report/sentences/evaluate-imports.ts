import type { ImportCodes, ImportRefusal } from '../../model/codes/evaluate.ts'
import { asCode } from './as-code.ts'
import type { Sentence, Sentences } from './sentence.ts'

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

/** `lab`, `@lab`, `./lab`, `uci-datalab`. */
const isLab = /^[@./]*[\w-]*lab(?:\.[jt]s)?$/i

export const importSentences = {
  'import-refused': ({ specifier, why }) => ({
    what: `${asCode(specifier)} cannot be imported: it ${refusals[why][0]}.`,
    fix: why === 'package' && isLab.test(specifier) ? "Write `'#lab'`." : refusals[why][1],
  }),
  'import-missing': ({ specifier, near }) => ({
    what: `There is no ${asCode(specifier)} in your folder.`,
    fix: fileFix(specifier, near),
  }),
  'export-missing': exportMissing,
} satisfies Sentences<ImportCodes>

function fileFix(specifier: string, near: string | undefined): string {
  if (near !== undefined) return `Did you mean \`'${near}'\`?`
  return isLab.test(specifier) ? "Write `'#lab'`." : 'Write the name of a file that lies next to this one.'
}

function exportMissing({ name, from, near, type }: ImportCodes['export-missing']): Sentence {
  const what =
    name === 'default'
      ? `${asCode(from)} has no default export.`
      : `${asCode(from)} has nothing called ${asCode(name)}.`
  if (type)
    return {
      what: `${asCode(name)} is a type of ${asCode(from)}, and types are imported as such.`,
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
