import type { Expected, OptionCodes } from '../../model/codes/options.ts'

type Invalid = OptionCodes['option-invalid']

/** What to write in place of an argument that is none. */
export const fixes: Readonly<Record<Expected, (args: Invalid) => string>> = {
  name: ({ write = "'my-run'" }) => `Write a name of small letters, digits and \`-\`, such as \`${write}\`.`,
  options: ({ template }) => `Write the options in braces: \`${template}(…, { … })\`.`,
  once: () => 'Remove the second one.',
  true: ({ option }) => `Write \`${option}: true\`, or leave it out.`,
  count: ({ least = 1, most, write }) =>
    write === undefined ? `Write a whole number ${range(least, most)}.` : number(write),
  hours: ({ write }) => (write === undefined ? 'Write a number of hours, such as `12`.' : number(write)),
  cores: ({ write }) => (write === undefined ? 'Write a number of cores, such as `4`.' : number(write)),
  size: ({ write = "'16Gi'" }) => `Write a size in Gi, such as \`${write}\`.`,
  'volume-size': ({ write = "'100Gi'" }) => `Write a size in Gi or Ti, such as \`${write}\`.`,
  'gpu-count': () => 'Write a count from 1 on, such as `1x24GB`, or leave `gpu` out.',
  image: () => 'Write an image of the lab, such as `pytorch`, or a full image name with its tag.',
  'image-name': () => 'Write registry, name and tag, such as `ghcr.io/owner/name:1.0`.',
  'image-tag': ({ got }) =>
    `Add the tag or the digest, such as \`${got.replace(/'$/, '')}:1.0'\`, so that every run finds the same software.`,
  command: () => 'Write a line such as `python train.py`, or a list: the program and its arguments.',
  mounts: () => "Write paths with disks, such as `mounts: { '/data': data }`.",
  disk: () => 'Write a disk: what `volume(…)`, `shared(…)` or `readOnly(…)` gave.',
  'disk-name': () => 'Mount a disk whose name has small letters, digits and `-` only.',
  variables: () => 'Write names with values, such as `env: { SEED: 1 }`.',
  'variable-value': () => 'Write a text or a number.',
  secrets: () => "Write a list of names, such as `secrets: ['WANDB_API_KEY']`.",
  'secret-name': ({ write = "'WANDB_API_KEY'" }) => `Write the name in capitals, such as \`${write}\`.`,
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

/** The same for the name of an entry. */
export const keyFixes: Readonly<Record<OptionCodes['option-key']['expected'], (write: string | undefined) => string>> =
  {
    path: (write = "'/data'") =>
      `Write a path such as \`${write}\`; \`/\`, \`/dev\`, \`/code\`, \`/proc\` and \`/sys\` are taken.`,
    variable: (write = 'SEED') =>
      `Write a name of letters, digits and \`_\` that does not begin with a digit, such as \`${write}\`.`,
  }

function number(write: string): string {
  return `Write \`${write}\`, a number without quotes.`
}

function range(least: number, most: number | undefined): string {
  return most === undefined ? `from ${least} on` : `from ${least} to ${most}`
}
