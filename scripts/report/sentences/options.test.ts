import { describe, expect, test } from 'vitest'
import { session } from '#lab'
import { calls } from '../../../templates/made.ts'
import type { Expected, OptionCodes } from '../../model/codes/options.ts'
import { optionSentences } from './options.ts'
import type { Sentence } from './sentence.ts'

type Said = { [C in keyof OptionCodes]: { readonly code: C; readonly args: OptionCodes[C] } }[keyof OptionCodes]

const where = { template: 'session', option: 'gpu' }

function told(said: Said): string {
  const sentence = optionSentences[said.code] as (args: Said['args']) => Sentence
  const { what, fix } = sentence(said.args)
  return `${what} ${fix}`
}

test('one literal with everything wrong: each sentence says what, and what to write', () => {
  const options = {
    gpus: 2,
    command: 'python train.py',
    time: 12,
    gpu: '4xA10',
    hours: 12,
    image: 'ubuntu:24.04',
    cpu: '16',
    memory: '64GB',
    mounts: { '/data': 'data', '/dev/shm': {} },
    env: { 'MY-VAR': 1 },
    code: { repo: 'https://github.com/bob/vit' },
    ports: [0],
    patch: { container: { resources: {} } },
  }
  session('My Run', options as never)
  expect(calls.at(-1)?.faults.map(told)).toEqual([
    "`name` cannot be `'My Run'`. Write a name of small letters, digits and `-`, such as `'my-run'`.",
    '`session` has no option `gpus`. Write `gpu` in place of `gpus`.',
    '`session` has no option `command`. Remove it, or use `job(…)`, `sweep(…)` or `service(…)`, which have it.',
    '`session` has no option `time`. Write `hours` in place of `time`.',
    "`session` asks for 4 GPUs, and it gets at most 2. Write `gpu: '2x…'` or less, or use `job(…)`.",
    '`session` asks for 12 hours, and a session ends after 6 on this cluster. Write `hours: 6`, and go on later with a higher number in `run`, or use `job(…)`.',
    "`image` cannot be `'ubuntu:24.04'`. Write `'docker.io/library/ubuntu:24.04'`.",
    "`cpu` cannot be `'16'`. Write `16`, a number without quotes.",
    "`memory` cannot be `'64GB'`. Write a size in Gi, such as `'64Gi'`.",
    "`mounts['/data']` cannot be `'data'`. Write a disk: what `volume(…)`, `shared(…)` or `readOnly(…)` gave.",
    "`mounts['/dev/shm']` cannot be an object. Write a disk: what `volume(…)`, `shared(…)` or `readOnly(…)` gave.",
    "`'/dev/shm'` cannot be a path in `mounts`. Write a path such as `'/data'`; `/`, `/dev`, `/code`, `/proc` and `/sys` are taken.",
    "`'MY-VAR'` cannot be the name of a variable in `env`. Write a name of letters, digits and `_` that does not begin with a digit, such as `MY_VAR`.",
    "`code.repo` cannot be `'https://github.com/bob/vit'`. Write owner and name of a repository on GitHub, such as `bob/vit`.",
    "`code.ref` is missing in `session(…)`. Add `ref: 'v1.2'`.",
    '`ports[0]` cannot be `0`. Write a whole number from 1 to 65535.',
    '`resources` cannot be patched: there is an option for it. Use `gpu`, `cpu`, `memory` or `scratch`.',
  ])
})

describe('the others', () => {
  const table: readonly (readonly [said: Said, text: string])[] = [
    [
      { code: 'option-missing', args: { ...where, option: 'hours' } },
      '`hours` is missing in `session(…)`: every run has an end. Add `hours: 6`.',
    ],
    [
      { code: 'option-unknown', args: { ...where, option: 'dataset', known: ['image', 'hours'] } },
      '`session` has no option `dataset`. Remove it; there are `image` or `hours`.',
    ],
    [
      { code: 'option-value-unknown', args: { ...where, got: "'A100'", known: [], near: '1xA100' } },
      "`gpu` cannot be `'A100'`. Write `'1xA100'`: how many, `x`, and which.",
    ],
    [
      { code: 'option-value-unknown', args: { ...where, option: 'image', got: "'x'", known: ['pytorch', 'python'] } },
      "`image` cannot be `'x'`. Write `pytorch` or `python`, or a full name with a version, such as `ghcr.io/owner/name:1.0`.",
    ],
    [
      { code: 'command-words', args: { template: 'job', option: 'command', word: '&&', write: "'a && b'" } },
      "`&&` in a list is one more argument for the program, because no shell reads the list. Write one text: `command: 'a && b'`.",
    ],
    [
      { code: 'option-over-limit', args: { template: 'sweep', option: 'over', got: '225', limit: '200' } },
      '`over` makes 225 runs, and one sweep may have 200. Leave out values, or split it into several sweeps of 200 runs at most.',
    ],
    [
      { code: 'option-over-limit', args: { template: 'job', option: 'shm', got: '64Gi', limit: '16Gi' } },
      "`shm` is `64Gi`, more than the `16Gi` of `memory` of which it is a part. Write more `memory`, or `shm: '16Gi'` at most.",
    ],
    [
      { code: 'variable-twice', args: { ...where, option: 'over.LR', name: 'LR', other: 'env' } },
      'The variable `LR` stands in `over` and in `env`. Remove one of them.',
    ],
    [
      { code: 'storage-closed', args: { ...where, storage: 'rook-block', access: 'gone', instead: 'block' } },
      "The storage `rook-block` is no longer in the cluster. Write `storage: 'block'`.",
    ],
    [
      { code: 'patch-closed', args: { ...where, option: 'patch.pod.toleration', open: [], near: 'tolerations' } },
      '`toleration` cannot be patched. Write `tolerations`.',
    ],
    [
      { code: 'option-invalid', args: { ...where, option: 'image', got: "'ghcr.io/bob/vit'", expected: 'image-tag' } },
      "`image` cannot be `'ghcr.io/bob/vit'`. Add the tag or the digest, such as `'ghcr.io/bob/vit:1.0'`, so that every run finds the same software.",
    ],
    [
      { code: 'option-invalid', args: { ...where, option: 'secrets[1]', got: "'KEY'", expected: 'once' } },
      "`secrets[1]` is 'KEY', which stands there already. Remove the second one.",
    ],
    [
      { code: 'option-invalid', args: { ...where, got: 'a list', expected: 'options' } },
      '`gpu` cannot be a list. Write the options in braces: `session(…, { … })`.',
    ],
    [
      { code: 'option-invalid', args: { ...where, got: '0', expected: 'forged' as Expected } },
      '`gpu` cannot be `0`. Correct `gpu`.',
    ],
  ]
  test.each(table)('%j', (said, text) => {
    expect(told(said)).toBe(text)
  })
})
