import { describe, expect, test } from 'vitest'
import lab from '#lab/config'
import { pathText, type Path } from '../scripts/model/json.ts'
import * as templates from './index.ts'
import { calls, type OptionFault } from './made.ts'
import { offers } from './offers.ts'

type Call = (...args: readonly unknown[]) => unknown
const call = templates as unknown as Readonly<Record<string, Call>>

/** Options with which each template is content. */
const good: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  session: { image: 'python', hours: 1 },
  notebook: { image: 'jupyter', hours: 1 },
  job: { image: 'python', hours: 1, command: 'true' },
  sweep: { image: 'python', hours: 1, command: 'true', over: { TRIAL: [1] }, parallel: 1 },
  service: { image: 'python', command: 'true', port: 80, until: '2026-12-31' },
}
const workloads = Object.keys(good)

function faultsOf(template: string, ...args: readonly unknown[]): readonly OptionFault[] {
  const before = calls.length
  call[template]?.(...args)
  return calls.slice(before).flatMap((one) => one.faults)
}

function said(
  faults: readonly { readonly code: string; readonly path: Path; readonly args: object }[],
): readonly string[] {
  return faults.map(({ code, path, args }) => {
    const { expected, near, limit }: { expected?: string; near?: string; limit?: string } = args
    return [code.replace('option-', ''), pathText(path.slice(1)), expected, near, limit].filter(Boolean).join(' ')
  })
}

const data = templates.volume('data', '1Gi')
const pod = templates.session('other', { image: 'python', hours: 1 })

/** What one option says about a value, whichever template it is given to; nothing where the value is right. */
const table: readonly (readonly [option: string, value: unknown, ...said: string[]])[] = [
  ['gpu', 0],
  ['gpu', '2x24GB'],
  ['gpu', '1xA100'],
  ['gpu', 1, 'value-unknown gpu 1x24GB'],
  ['gpu', 2, 'value-unknown gpu 2x24GB'],
  ['gpu', -1, 'value-unknown gpu 1x24GB'],
  ['gpu', 'A100', 'value-unknown gpu 1xA100'],
  ['gpu', '1xA1000', 'value-unknown gpu 1xA100'],
  ['gpu', '1x24gb', 'value-unknown gpu 1x24GB'],
  ['gpu', '1xRTX3090', 'value-unknown gpu 1x3090'],
  ['gpu', '2x40GB', 'value-unknown gpu 2x48GB'],
  ['gpu', '1x80GB', 'value-unknown gpu 1xA100'],
  ['gpu', '0x24GB', 'invalid gpu gpu-count'],
  ['gpu', '99x24GB', 'over-limit gpu*'],
  ['gpu', '1xtoString', 'value-unknown gpu 1x24GB'],
  ['gpu', ['1x24GB'], 'value-unknown gpu 1x24GB'],
  ['hours', '6', 'invalid hours*'],
  ['hours', 0, 'invalid hours*'],
  ['hours', -1, 'invalid hours*'],
  ['hours', NaN, 'invalid hours*'],
  ['hours', null, 'invalid hours*'],
  ['image', 'pytorch'],
  ['image', 'ghcr.io/bob/vit:1.0'],
  ['image', 'localhost:5000/vit:1.0'],
  ['image', 'pytorhc', 'value-unknown image pytorch'],
  ['image', 'ubuntu:24.04', 'value-unknown image docker.io/library/ubuntu:24.04'],
  ['image', 'ubuntu:latest', 'value-unknown image'],
  ['image', 'pytorch:latest', 'value-unknown image pytorch'],
  ['image', 'pytorch:2.9', 'value-unknown image pytorch'],
  ['image', 'hasOwnProperty', 'value-unknown image'],
  ['image', 'ghcr.io/bob/vit', 'invalid image image-tag'],
  ['image', 'ghcr.io:443/bob/vit', 'invalid image image-tag'],
  ['image', 'https://ghcr.io/bob/vit:1', 'invalid image image-name'],
  ['image', 'ghcr.io/bob/vit:1.0 --privileged', 'invalid image image-name'],
  ['image', 7, 'invalid image image'],
  ['command', 'python train.py'],
  ['command', ['python', 'train.py']],
  ['command', ' ', 'invalid command command'],
  ['command', [], 'invalid command command'],
  ['command', ['python', 1], 'invalid command command'],
  ['command', ['python', 'a.py', '&&', 'ls'], 'command-words command'],
  ['command', ['python', '-c', 'a && b > c']],
  ['cpu', 0.5],
  ['cpu', '4', 'invalid cpu cores'],
  ['cpu', 0, 'invalid cpu cores'],
  ['cpu', Infinity, 'invalid cpu cores'],
  ['memory', '0.5Gi'],
  ['memory', '16GB', 'invalid memory size'],
  ['memory', 16, 'invalid memory size'],
  ['memory', '-5Gi', 'invalid memory size'],
  ['memory', '1e3Gi', 'invalid memory size'],
  ['memory', '0Gi', 'invalid memory size'],
  ['memory', ' 8Gi', 'invalid memory size'],
  ['mounts', { '/data': data, '/a/b_c-1.2': data }],
  ['mounts', [data], 'invalid mounts mounts'],
  ['mounts', { data }, 'key mounts.data path'],
  ['mounts', { '/': data }, 'key mounts["/"] path'],
  ['mounts', { '/dev/shm': data }, 'key mounts["/dev/shm"] path'],
  ['mounts', { '/code': data }, 'key mounts["/code"] path'],
  ['mounts', { '/data/../code': data }, 'key mounts["/data/../code"] path'],
  ['mounts', { '/data/': data }, 'key mounts["/data/"] path'],
  ['mounts', { '//code': data }, 'key mounts["//code"] path'],
  ['mounts', { '/a:b': data }, 'key mounts["/a:b"] path'],
  ['mounts', { '/devices': data }],
  ['mounts', { '/data': 'data' }, 'invalid mounts["/data"] disk'],
  ['mounts', { '/data': pod }, 'invalid mounts["/data"] disk'],
  ['mounts', { '/data': {} }, 'invalid mounts["/data"] disk'],
  [
    'mounts',
    { '/data': { kind: 'PersistentVolumeClaim', metadata: { name: 'a/b' } } },
    'invalid mounts["/data"] disk-name',
  ],
  ['env', { SEED: 1, name_2: 'a' }],
  ['env', { 'MY-VAR': 1 }, 'key env.MY-VAR variable'],
  ['env', { '2ND': 1 }, 'key env.2ND variable'],
  [
    'env',
    { A: true, B: null, C: NaN },
    'invalid env.A variable-value',
    'invalid env.B variable-value',
    'invalid env.C variable-value',
  ],
  ['env', ['A=1'], 'invalid env variables'],
  ['secrets', ['WANDB_API_KEY']],
  ['secrets', ['wandb', 'A', 'A'], 'invalid secrets[0] secret-name', 'invalid secrets[2] once'],
  ['secrets', 'WANDB_API_KEY', 'invalid secrets secrets'],
  ['code', { repo: 'bob/vit', ref: 'feature/x' }],
  ['code', 'bob/vit', 'invalid code code'],
  ['code', { repo: 'bob/vit' }, 'missing code'],
  ['code', { repo: 'https://github.com/bob/vit', ref: 'v1' }, 'invalid code.repo repo'],
  ['code', { repo: 'bob/vit"; rm -rf /', ref: 'v1' }, 'invalid code.repo repo'],
  ['code', { repo: 'bob/vit', ref: '--upload-pack=x' }, 'invalid code.ref ref'],
  ['code', { repo: 'bob/vit', ref: 'a..b' }, 'invalid code.ref ref'],
  ['code', { repo: 'bob/vit', ref: 'v1', branch: 'x' }, 'unknown code.branch'],
  ['shm', '1Gi'],
  ['shm', '1G', 'invalid shm size'],
  ['shm', '100Gi', 'over-limit shm 4Gi'],
  ['scratch', '200Gi'],
  ['scratch', 200, 'invalid scratch size'],
  ['ports', [8888, 6006]],
  ['ports', 8888, 'invalid ports ports'],
  [
    'ports',
    [0, 70_000, 1.5, '80'],
    'invalid ports[0] count',
    'invalid ports[1] count',
    'invalid ports[2] count',
    'invalid ports[3] count',
  ],
  ['ports', [80, 80], 'invalid ports[1] once'],
  ['port', 65_535],
  ['port', 65_536, 'invalid port count'],
  ['port', '80', 'invalid port count'],
  ['retries', 5],
  ['retries', 6, 'invalid retries count'],
  ['retries', -1, 'invalid retries count'],
  ['over', { LR: [0.1, '1e-3'], SEED: [1, 2] }],
  ['over', { SEED: [] }, 'invalid over.SEED axis'],
  ['over', { SEED: 3 }, 'invalid over.SEED axis'],
  ['over', { SEED: [1, {}, true] }, 'invalid over.SEED[1] variable-value', 'invalid over.SEED[2] variable-value'],
  ['over', { 'A B': [1] }, 'key over["A B"] variable'],
  ['over', [1, 2], 'invalid over axes'],
  [
    'over',
    { A: Array.from({ length: 15 }, (_, index) => index), B: Array.from({ length: 15 }, (_, index) => index) },
    `over-limit over ${lab.rules.completions.count}`,
  ],
  ['parallel', 3],
  ['parallel', 0, 'invalid parallel count'],
  ['parallel', 2.5, 'invalid parallel count'],
  ['preemptible', true],
  ['preemptible', false, 'invalid preemptible true'],
  ['run', 2],
  ['run', 0, 'invalid run count'],
  ['run', 'python train.py', 'invalid run count'],
  ['run', 2 ** 60, 'invalid run count'],
  ['until', '2028-02-29'],
  ['until', '2027-02-29', 'invalid until day'],
  ['until', '2026-13-01', 'invalid until day'],
  ['until', '31.12.2026', 'invalid until day'],
  ['patch', { pod: { tolerations: [] }, container: { imagePullPolicy: 'Always' } }],
  ['patch', [], 'invalid patch patch'],
  ['patch', { spec: {} }, 'invalid patch.spec patch'],
  ['patch', { pod: 'x' }, 'invalid patch.pod patch-fields'],
  [
    'patch',
    { pod: { hostNetwork: true, volumes: [], toleration: [] } },
    'patch-closed patch.pod.hostNetwork',
    'patch-closed patch.pod.volumes',
    'patch-closed patch.pod.toleration tolerations',
  ],
  ['patch', { container: { resources: {} } }, 'patch-closed patch.container.resources'],
  ['patch', { pod: { tolerations: [{ key: () => 1 }] } }, 'invalid patch.pod.tolerations data'],
  ['patch', { pod: { securityContext: { fsGroup: NaN } } }, 'invalid patch.pod.securityContext data'],
  ['gpus', 2, 'unknown gpus*'],
  ['constructor', 1, 'unknown constructor'],
  ['dataset', 'x', 'unknown dataset'],
]

/** What was found; of a row that ends with `*`, which depends on the template, only what stands before. */
function asIn(expected: readonly string[], found: readonly string[]): readonly string[] {
  return found.map((text, index) => {
    const row = expected[index] ?? ''
    return row.endsWith('*') ? `${text.slice(0, row.length - 1)}*` : text
  })
}

describe.each(workloads)('%s', (template) => {
  const offered = Object.keys(offers[template as keyof typeof offers])
  const known = new Set(
    table
      .map(([option]) => option)
      .filter((option) => workloads.some((one) => option in offers[one as keyof typeof offers])),
  )
  const rows = table.filter(([option]) => offered.includes(option) || !known.has(option))

  test('each of its options has rows', () => {
    expect(offered.filter((option) => !table.some(([one]) => one === option))).toEqual([])
  })

  test.each(rows.map(([option, value, ...expected]) => ({ option, value, expected })))(
    '$option: $value',
    ({ option, value, expected }) => {
      const found = said(faultsOf(template, 'run', { ...good[template], [option]: value }))
      expect(asIn(expected, found)).toEqual(expected)
    },
  )

  test.each([...known].filter((option) => !offered.includes(option)))('has no option %s', (option) => {
    const [fault] = faultsOf(template, 'run', { ...good[template], [option]: 1 })
    expect(fault).toMatchObject({ code: 'option-unknown', path: [1, option], args: { template, option } })
  })

  test('all that is missing is said at once', () => {
    const must = Object.entries(offers[template as keyof typeof offers]).flatMap(([option, need]) =>
      need === 'must' ? [option] : [],
    )
    for (const none of [undefined, {}]) {
      const faults = faultsOf(template, 'run', none)
      expect(faults.map(({ code, path, args }) => [code, ...path, args.option])).toEqual(
        must.map((option) => ['option-missing', 1, option]),
      )
    }
    expect(said(faultsOf(template, 'run', 'fast'))).toEqual(['invalid options'])
  })
})

describe('names', () => {
  const rows: readonly (readonly [name: unknown, ...said: string[]])[] = [
    ['a'],
    ['lr-0-1'],
    ['a'.repeat(30)],
    ['a'.repeat(31), 'over-limit 30'],
    ['Dev', 'invalid name'],
    ['-a', 'invalid name'],
    ['a-', 'invalid name'],
    ['a.b', 'invalid name'],
    ['', 'invalid name'],
    ['größe', 'invalid name'],
    [undefined, 'invalid name'],
    [{ image: 'python', hours: 1 }, 'invalid name'],
  ]
  test.each(rows.map(([name, ...expected]) => ({ name, expected })))('$name', ({ name, expected }) => {
    expect(said(faultsOf('session', name, good['session']))).toEqual(expected)
    expect(said(faultsOf('named', name))).toEqual(expected)
  })
})

describe('sessions are bare pods, with the limits of the cluster', () => {
  const { hours, cpu, memory, gpus } = lab.rules.session
  test.each([
    ['hours', hours + 1, `over-limit hours ${hours}`],
    ['hours', 1.5, 'invalid hours count'],
    ['gpu', `${gpus + 1}xA10`, `over-limit gpu ${gpus}`],
    ['cpu', cpu + 1, `over-limit cpu ${cpu}`],
    ['memory', '64Gi', `over-limit memory ${memory}`],
  ])('%s: %s', (option, value, expected) => {
    expect(said(faultsOf('session', 'run', { ...good['session'], [option]: value }))).toEqual([expected])
    expect(said(faultsOf('notebook', 'run', { ...good['notebook'], [option]: value }))).toEqual([expected])
  })
  test('a job has others', () => {
    const options = { ...good['job'], hours: 1.5, gpu: '8xA10', cpu: 64, memory: '512Gi' }
    expect(said(faultsOf('job', 'run', options))).toEqual([])
    expect(said(faultsOf('job', 'run', { ...options, gpu: '9xA10' }))).toEqual([`over-limit gpu ${lab.rules.job.gpus}`])
  })
})

describe('one variable, one source', () => {
  test('env and secrets', () => {
    const options = { ...good['session'], env: { KEY: 'x' }, secrets: ['KEY', 'OTHER'] }
    expect(faultsOf('session', 'run', options)).toMatchObject([
      { code: 'variable-twice', path: [1, 'secrets'], args: { name: 'KEY', other: 'env' } },
    ])
  })
  test('over and the others', () => {
    const options = { ...good['sweep'], env: { LR: 1 }, secrets: ['SEED'], over: { LR: [1], SEED: [1], STEP: [1] } }
    expect(said(faultsOf('sweep', 'run', options))).toEqual(['variable-twice over.LR', 'variable-twice over.SEED'])
  })
})

describe('the name', () => {
  const options = good['session'] ?? {}
  test('forgotten is said once, and the options are judged all the same', () => {
    expect(faultsOf('session', { ...options, hours: 7 })).toMatchObject([
      { code: 'option-missing', path: [0], args: { option: 'name' } },
      { code: 'option-over-limit', path: [0, 'hours'], args: { limit: '6' } },
    ])
  })
  test('two that are wrong are not one name', () => {
    const names = ['lr-0.1', 'lr-0.2', '***'].map((name) => templates.session(name, options as never).metadata.name)
    expect(names).toEqual(['alice-lr-0-1', 'alice-lr-0-2', 'alice-session'])
  })
})

describe('disks', () => {
  const rows: readonly (readonly [args: readonly unknown[], ...said: string[]])[] = [
    [['data', '100Gi']],
    [['data', '1.5Ti', { storage: 'block', readers: 'lab', writers: ['bob'] }]],
    [['data', '100GB'], 'invalid volume-size'],
    [['data', 100], 'invalid volume-size'],
    [['data'], 'invalid volume-size'],
    [['data', '1Gi', { storage: 'rook-block' }], 'storage-closed storage'],
    [['data', '1Gi', { storage: 'filez' }], 'value-unknown storage files'],
    [['data', '1Gi', { storage: '__proto__' }], 'value-unknown storage'],
    [['data', '1Gi', { readers: 'bob' }], 'invalid readers logins'],
    [['data', '1Gi', { readers: ['bbo', 'bob', 'bob'] }], 'value-unknown readers[0] bob', 'invalid readers[2] once'],
    [['data', '1Gi', { size: '2Gi' }], 'unknown size'],
  ]
  test.each(rows.map(([args, ...expected]) => ({ args, expected })))('volume $args', ({ args, expected }) => {
    expect(said(faultsOf('volume', ...args))).toEqual(expected)
  })

  const references: readonly (readonly [template: string, args: readonly unknown[], ...said: string[]])[] = [
    ['shared', ['bob', 'imagenet', { write: true }]],
    ['shared', ['bbo', 'imagenet'], 'value-unknown bob'],
    ['shared', ['bob', 'Image Net'], 'invalid name'],
    ['shared', ['bob', 'imagenet', { write: 1 }], 'invalid write true'],
    ['shared', ['bob', 'imagenet', { read: true }], 'unknown read'],
    ['readOnly', [data]],
    ['readOnly', [pod], 'invalid disk'],
    ['readOnly', [], 'invalid disk'],
    ['named', ['probe', 0], 'invalid count'],
  ]
  test.each(references.map(([template, args, ...expected]) => ({ template, args, expected })))(
    '$template $args',
    ({ template, args, expected }) => {
      expect(said(faultsOf(template, ...args))).toEqual(expected)
    },
  )
})
