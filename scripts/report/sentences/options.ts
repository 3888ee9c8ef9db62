import type { Expected, OptionCodes } from '../../model/codes/options.ts'
import type { Sentences } from './sentence.ts'

type Invalid = OptionCodes['option-invalid']

/** What to write where an argument is missing. */
const examples: Readonly<Record<string, string>> = {
  hours: 'hours: 6',
  image: "image: 'pytorch'",
  command: "command: 'python train.py'",
  over: 'over: { SEED: [1, 2, 3] }',
  parallel: 'parallel: 2',
  port: 'port: 8000',
  until: "until: '2026-12-31'",
  'code.repo': "repo: 'bob/vit'",
  'code.ref': "ref: 'v1.2'",
}

/** Why an option cannot be left out. */
const reasons: Readonly<Record<string, string>> = {
  hours: ': every run has an end',
  image: ': it says which software the run finds',
  command: ': it says what to run',
  until: ': a server has a last day too',
}

const fixes: Readonly<Record<Expected, (args: Invalid) => string>> = {
  name: () => 'Write a name of small letters, digits and `-`, such as `my-run`.',
  options: ({ template }) => `Write the options in braces: \`${template}(…, { … })\`.`,
  once: () => 'Remove the second one.',
  true: ({ option }) => `Write \`${option}: true\`, or leave it out.`,
  count: ({ least = 1, most }) => `Write a whole number ${range(least, most)}.`,
  hours: () => 'Write a number of hours, such as `12`.',
  cores: () => 'Write a number of cores, such as `4`.',
  size: () => 'Write a size in Gi, such as `16Gi`.',
  'volume-size': () => 'Write a size in Gi or Ti, such as `100Gi`.',
  'gpu-count': () => 'Write a count from 1 on, such as `1x24GB`, or leave `gpu` out.',
  image: () => 'Write an image of the lab, such as `pytorch`, or a full image name with its tag.',
  'image-name': () => 'Write registry, name and tag, such as `ghcr.io/owner/name:1.0`.',
  'image-tag': ({ got }) =>
    `Add the tag or the digest, such as \`${got.replace(/'$/, '')}:1.0'\`, so that every run finds the same software.`,
  command: () => 'Write a line such as `python train.py`, or a list: the program and its arguments.',
  mounts: () => "Write paths with disks, such as `mounts: { '/data': data }`.",
  path: () => 'Write a path such as `/data`; `/`, `/dev`, `/code`, `/proc` and `/sys` are taken.',
  disk: () => 'Write a disk: what `volume(…)`, `shared(…)` or `readOnly(…)` gave.',
  'disk-name': () => 'Mount a disk whose name has small letters, digits and `-` only.',
  variables: () => 'Write names with values, such as `env: { SEED: 1 }`.',
  'variable-name': () => 'Write a name of letters, digits and `_` that does not begin with a digit, such as `SEED`.',
  'variable-value': () => 'Write a text or a number.',
  secrets: () => "Write a list of names, such as `secrets: ['WANDB_API_KEY']`.",
  'secret-name': () => 'Write the name in capitals, such as `WANDB_API_KEY`.',
  axes: () => 'Write variables with lists of values, such as `over: { SEED: [1, 2, 3] }`.',
  axis: () => 'Write a list of values, such as `[1, 2, 3]`.',
  code: () => "Write a repository and a ref, such as `code: { repo: 'bob/vit', ref: 'v1.2' }`.",
  repo: () => 'Write owner and name of a repository on GitHub, such as `bob/vit`.',
  ref: () => 'Write a branch, a tag or a full commit, such as `v1.2`.',
  ports: () => 'Write a list of ports, such as `ports: [6006]`.',
  day: () => 'Write a day, such as `2026-12-31`.',
  logins: () => "Write a list of members, such as `['bob']`.",
  patch: () => 'Write `patch: { pod: { … } }` or `patch: { container: { … } }`.',
  'patch-fields': () => 'Write fields with values in braces.',
  data: () => 'Write plain data: texts, numbers, `true` and `false`, lists and objects.',
}

export const optionSentences = {
  'option-unknown': ({ template, option, near, known }) => ({
    what: `\`${template}\` has no option \`${option}\`.`,
    fix:
      near === undefined
        ? `Remove it; there are ${ticked(known)}.`
        : `Write \`${near}\` in place of \`${last(option)}\`.`,
  }),
  'option-missing': ({ template, option }) => ({
    what: `\`${option}\` is missing in \`${template}(…)\`${lookUp(reasons, option) ?? ''}.`,
    fix: `Add \`${lookUp(examples, option) ?? option}\`.`,
  }),
  'option-invalid': (args) => ({
    what:
      args.expected === 'once'
        ? `\`${args.option}\` is ${args.got}, which stands there already.`
        : `\`${args.option}\` cannot be ${shown(args.got)}.`,
    fix: lookUp(fixes, args.expected)?.(args) ?? `Correct \`${args.option}\`.`,
  }),
  'option-value-unknown': ({ option, got, near, known }) => ({
    what: `\`${option}\` cannot be ${shown(got)}.`,
    fix:
      near === undefined
        ? `Write ${ticked(known)}.`
        : `Write \`${near}\`${option === 'gpu' ? ': how many, `x`, and which' : ''}.`,
  }),
  'option-over-limit': ({ template, option, got, limit }) => overLimit(template, option, got, limit),
  'variable-twice': ({ option, name, other }) => ({
    what: `The variable \`${name}\` stands in \`${option.split(/[.[]/)[0]}\` and in \`${other}\`.`,
    fix: 'Remove one of them.',
  }),
  'storage-closed': ({ storage, access, instead }) => ({
    what: `The storage \`${storage}\` ${closedBecause[access]}.`,
    fix: instead === undefined ? 'Leave `storage` out: the default will do.' : `Write \`storage: '${instead}'\`.`,
    ...(access === 'group' && { who: 'an admin' }),
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

const closedBecause = {
  group: 'is only for another group',
  never: 'exists in the cluster, but gives no disks',
  gone: 'is no longer in the cluster',
} as const

function overLimit(template: string, option: string, got: string, limit: string): { what: string; fix: string } {
  const said = `\`${template}\` asks for`
  const bare = template === 'session' || template === 'notebook'
  const instead = bare ? `, or use \`job(…)\`` : ''
  const sentences: Readonly<Record<string, { what: string; fix: string }>> = {
    gpu: {
      what: `${said} ${got} GPUs, and it gets at most ${limit}.`,
      fix: `Write \`gpu: '${limit}x…'\` or less${instead}.`,
    },
    hours: {
      what: `${said} ${got} hours, and a session ends after ${limit} on this cluster.`,
      fix: `Write \`hours: ${limit}\`, and go on later with \`npx lab again\`${instead}.`,
    },
    cpu: {
      what: `${said} ${got} cores, and a session gets at most ${limit}.`,
      fix: `Write \`cpu: ${limit}\`${instead}.`,
    },
    memory: {
      what: `${said} \`${got}\` of memory, and a session gets at most \`${limit}\`.`,
      fix: `Write \`memory: '${limit}'\`${instead}.`,
    },
    shm: {
      what: `\`shm\` is \`${got}\`, more than the \`${limit}\` of \`memory\` of which it is a part.`,
      fix: `Write more \`memory\`, or \`shm: '${limit}'\` at most.`,
    },
    over: {
      what: `\`over\` makes ${got} runs, and one sweep may have ${limit}.`,
      fix: `Leave out values, or split it into several sweeps of ${limit} runs at most.`,
    },
    name: {
      what: `\`name\` has ${got} characters, and ${limit} fit.`,
      fix: `Write a name of at most ${limit} characters.`,
    },
  }
  return (
    lookUp(sentences, option) ?? {
      what: `\`${option}\` is ${got}, and the limit is ${limit}.`,
      fix: `Write ${limit} or less.`,
    }
  )
}

/** A literal as code, a kind of thing (`a list`) as words. */
function shown(got: string): string {
  return /^an? |^something|^nothing/.test(got) ? got : `\`${got}\``
}

function range(least: number, most: number | undefined): string {
  return most === undefined ? `from ${least} on` : `from ${least} to ${most}`
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

function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
