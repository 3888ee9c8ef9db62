import type { Grant } from '../../scripts/model/grant.ts'
import { accounts, session } from '../change/judged.ts'
import type { Files } from '../change/lab-repository.ts'
import { computed, type Scene } from './scene.ts'

const { root, alice, bob, carol } = accounts

interface JobText {
  readonly name?: string
  readonly gpu: string
  readonly hours?: number
  readonly image?: string
  readonly more?: string
}

export function job({ name = 'llm', gpu, hours = 24, image = 'pytorch', more = '' }: JobText): string {
  return `import { job } from '#lab'
export default job('${name}', {
  image: '${image}',
  gpu: '${gpu}',
  hours: ${hours},
  command: 'python train.py',${more}
})
`
}

function withDisk(hours = 6, run = 1): string {
  return `import { session, volume } from '#lab'

export const data = volume('data', '100Gi')
export default session('dev', {
  image: 'pytorch',
  gpu: '1x24GB',
  hours: ${hours},
  run: ${run},
  mounts: { '/data': data },
})
`
}

/** What main has in most scenes. */
export const smallLab: Files = {
  'lab.config.ts': '// the lab\n',
  'users/tsconfig.json': '{}\n',
  'users/alice/dev.ts': withDisk(),
  'users/bob/train.ts': job({ name: 'train', gpu: '2xA10' }),
}

const grant: Grant = {
  v: 1,
  login: 'carol',
  request: 'llm',
  lifts: [{ code: 'member-gpus', value: 8 }],
  until: '2026-12-10',
  by: 'root',
  byId: 1,
  pull: 7,
  head: 'a'.repeat(40),
  ask: 'f34bfbc',
  comment: 987_654,
  reason: '8-way FSDP of 13B; 1 to 4 GPUs scaled 3.6x.',
}

/** As many as a folder may hold; all take their size from one helper. */
const hundreds: Files = Object.fromEntries(
  Array.from({ length: 199 }, (_, index) => [
    `users/carol/d${index}.ts`,
    `import { volume } from '#lab'\nimport { size } from './_size.ts'\nexport default volume('d${index}', size)\n`,
  ]),
)

export const scenes: Readonly<Record<string, Scene>> = {
  'auto-first-session': { author: carol, changes: { 'users/carol/dev.ts': withDisk() }, level: computed },
  'auto-nothing-comes-out-otherwise': {
    author: alice,
    changes: { 'users/alice/dev.ts': `// mine\n${withDisk()}` },
  },
  'granted-eight-gpus': { author: carol, changes: { 'users/carol/llm.ts': job({ gpu: '8xA10' }) }, grants: [grant] },
  'needs-admin-eight-gpus': { author: carol, changes: { 'users/carol/llm.ts': job({ gpu: '8xA10', hours: 48 }) } },
  'needs-admin-eight-a100': {
    author: carol,
    changes: { 'users/carol/llm.ts': job({ gpu: '8xA100', hours: 48 }) },
    level: computed,
  },
  'needs-admin-own-image': {
    author: carol,
    changes: { 'users/carol/llm.ts': job({ gpu: '1xA10', image: 'example.org/x:1' }) },
  },
  'refused-at-their-lines': {
    author: alice,
    changes: {
      'users/alice/dev.ts': withDisk(9),
      'users/alice/broken.ts': 'export default {',
      'users/alice/train.ts': job({ name: 'train', gpu: '1xB200' }),
    },
  },
  'removal-of-a-disk': { author: alice, changes: { 'users/alice/dev.ts': null } },
  'run-number-raised': { author: alice, changes: { 'users/alice/dev.ts': withDisk(6, 2) } },
  'fields-changed': {
    author: bob,
    base: { 'users/bob/train.ts': job({ name: 'train', gpu: '2xA10', more: "\n  env: { LR: '0.1' }," }) },
    changes: {
      'users/bob/train.ts': job({
        name: 'train',
        gpu: '4xA10',
        hours: 48,
        more: "\n  env: { LR: '0.2', TOKENIZER: 'x' },",
      }),
    },
  },
  'removal-by-an-admin': { author: root, changes: { 'users/bob/train.ts': null } },
  mixed: { author: root, changes: { 'users/root/dev.ts': session(), 'lab.config.ts': '// other\n' } },
  'foreign-folder': { author: bob, changes: { 'users/alice/dev.ts': withDisk(5) } },
  conflict: {
    author: bob,
    changes: { 'users/bob/train.ts': job({ name: 'train', gpu: '1xA10' }) },
    moved: { 'users/bob/train.ts': job({ name: 'train', gpu: '3xA10' }) },
  },
  stranger: { author: { login: 'mallory', id: 666 }, changes: { 'users/alice/dev.ts': withDisk(5) } },
  'could-not-tell': {
    author: bob,
    changes: { 'users/bob/train.ts': session('train') },
    head: { unreadable: 'unknown', said: 'fatal: unable to read tree' },
  },
  'house-tighter-cap': {
    author: root,
    changes: { 'lab.config.ts': '// one GPU each\n' },
    lab: (lab) => ({ ...lab, caps: { ...lab.caps, member: { ...lab.caps.member, gpus: 1 } } }),
  },
  'grants-given': { author: root, changes: { 'grants/7-carol-llm.json': JSON.stringify(grant) } },
  'as-many-requests-as-there-may-be': {
    author: carol,
    base: { ...hundreds, 'users/carol/_size.ts': "export const size = '1Gi'\n" },
    changes: { 'users/carol/_size.ts': "export const size = '2Gi'\n" },
  },
}
