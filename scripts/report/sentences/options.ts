import type { OptionCodes } from '../../model/codes/options.ts'
import { lookUp } from './look-up.ts'
import { fixes, keyFixes } from './options-fixes.ts'
import { overLimit } from './options-limits.ts'
import type { Sentences } from './sentence.ts'

/** What to write where an argument is missing. */
const examples: Readonly<Record<string, string>> = {
  hours: 'hours: 6',
  image: "image: 'pytorch'",
  command: "command: 'python train.py'",
  over: 'over: { SEED: [1, 2, 3] }',
  parallel: 'parallel: 2',
  port: 'port: 8000',
  until: "until: 'YYYY-MM-DD'",
  'code.repo': "repo: 'bob/vit'",
  'code.ref': "ref: 'v1.2'",
}

/** Why an option cannot be left out. */
const reasons: Readonly<Record<string, string>> = {
  name: ': it comes first, before the options',
  hours: ': every run has an end',
  image: ': it says which software the run finds',
  command: ': it says what to run',
  until: ': a server has a last day too',
}

export const optionSentences = {
  'option-unknown': ({ template, option, near, known, others }) => ({
    what: `\`${template}\` has no option \`${option}\`.`,
    fix: withoutOption(option, near, known, others),
  }),
  'option-missing': ({ template, option }) => ({
    what: `\`${option}\` is missing in \`${template}(…)\`${lookUp(reasons, option) ?? ''}.`,
    fix:
      option === 'name' ? `Write \`${template}('my-run', { … })\`.` : `Add \`${lookUp(examples, option) ?? option}\`.`,
  }),
  'option-invalid': (args) => ({
    what:
      args.expected === 'once'
        ? `\`${args.option}\` is ${args.got}, which stands there already.`
        : `\`${args.option}\` cannot be ${shown(args.got)}.`,
    fix: lookUp(fixes, args.expected)?.(args) ?? `Correct \`${args.option}\`.`,
  }),
  'option-key': ({ option, got, expected, write }) => ({
    what: `${shown(got)} cannot be ${expected === 'path' ? 'a path' : 'the name of a variable'} in \`${option}\`.`,
    fix: lookUp(keyFixes, expected)?.(write) ?? `Correct \`${option}\`.`,
  }),
  'command-words': ({ word, write }) => ({
    what: `\`${word}\` in a list is one more argument for the program, because no shell reads the list.`,
    fix: write === undefined ? 'Write one text, as you would type it.' : `Write one text: \`command: ${write}\`.`,
  }),
  'option-value-unknown': ({ option, got, near, known }) => ({
    what: `\`${option}\` cannot be ${shown(got)}.`,
    fix: near === undefined ? `Write ${ticked(known)}${orElse(option)}.` : `Write \`'${near}'\`${madeUp(option)}.`,
  }),
  'option-over-limit': ({ template, option, got, limit }) => overLimit(template, option, got, limit),
  'variable-twice': ({ option, name, other }) => ({
    what: `The variable \`${name}\` stands in \`${option.split(/[.[]/)[0]}\` and in \`${other}\`.`,
    fix: 'Remove one of them.',
  }),
  'storage-closed': ({ storage, access, instead }) => ({
    what: `The storage \`${storage}\` ${closedBecause[access]}.`,
    fix: instead === undefined ? 'Leave `storage` out: the default will do.' : `Write \`storage: '${instead}'\`.`,
    ...(access === 'group' && { who: 'An admin can allow it, if the group lends it to you.' }),
  }),
  'patch-closed': ({ option, has, near, open }) => ({
    what: `\`${last(option)}\` cannot be patched${has === undefined ? '' : ': there is an option for it'}.`,
    fix:
      has === undefined
        ? near === undefined
          ? `Patch only ${ticked(open)}.`
          : `Write \`${near}\`.`
        : `Use ${ticked(has.split(', '))}.`,
  }),
} satisfies Sentences<OptionCodes>

function withoutOption(
  option: string,
  near: string | undefined,
  known: readonly string[],
  others: readonly string[] = [],
): string {
  if (near !== undefined) return `Write \`${near}\` in place of \`${last(option)}\`.`
  if (others.length === 0) return `Remove it; there are ${ticked(known)}.`
  return `Remove it, or use ${ticked(others.map((template) => `${template}(…)`))}, which ${others.length === 1 ? 'has' : 'have'} it.`
}

function orElse(option: string): string {
  return option === 'image' ? ', or a full name with a version, such as `ghcr.io/owner/name:1.0`' : ''
}

function madeUp(option: string): string {
  return option === 'gpu' ? ': how many, `x`, and which' : ''
}

const closedBecause = {
  group: 'is only for another group',
  never: 'exists in the cluster, but gives no disks',
  gone: 'is no longer in the cluster',
} as const

/** A literal as code, a kind of thing (`a list`) as words. */
function shown(got: string): string {
  return /^an? |^something|^nothing/.test(got) ? got : `\`${got}\``
}

const mostNames = 16

function ticked(names: readonly string[]): string {
  const shownNames = names.slice(0, mostNames).map((name) => `\`${name}\``)
  if (names.length > mostNames) return `${shownNames.join(', ')} and ${names.length - mostNames} more`
  return shownNames.length < 2 ? shownNames.join('') : `${shownNames.slice(0, -1).join(', ')} or ${shownNames.at(-1)}`
}

/** `cpu` of `patch.container.cpu`. */
function last(option: string): string {
  return option.split('.').at(-1) ?? option
}
