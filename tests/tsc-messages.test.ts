import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import lab from '#lab/config'

/** One mistake in a request: TypeScript's first line about it, with `ends` only its beginning; and the text to which it points. */
interface Mistake {
  readonly code: string
  readonly says: string
  readonly ends?: string
  readonly at: string
}

const rest = `image: 'pytorch', hours: 6`
/** The beginning of a list of names as TypeScript prints it: it cuts long ones in the middle. */
const listed = (names: readonly string[]): string =>
  names
    .toSorted()
    .slice(0, 3)
    .map((name) => `"${name}"`)
    .join(' | ')
const images = listed(Object.keys(lab.images))
const members = listed(Object.keys(lab.members))
const storages = listed(Object.entries(lab.storage).flatMap(([name, row]) => ('access' in row ? [] : [name])))

const mistakes: Readonly<Record<string, Mistake>> = {
  'an option that does not exist': {
    code: `session('dev', { gpus: 2, ${rest} })`,
    says: `Object literal may only specify known properties, but 'gpus' does not exist in type 'SessionOptions'. Did you mean to write 'gpu'?`,
    at: 'gpus: 2',
  },
  'a card that does not exist': {
    code: `session('dev', { gpu: '1xA1000', ${rest} })`,
    says: `Type '"1xA1000"' is not assignable to type 'CountXGpu<2>'. Did you mean '"1xA100"'?`,
    at: 'gpu:',
  },
  'a class in small letters': {
    code: `session('dev', { gpu: '1x24gb', ${rest} })`,
    says: `Type '"1x24gb"' is not assignable to type 'CountXGpu<2>'. Did you mean '"1x24GB"'?`,
    at: 'gpu:',
  },
  'a card by its long name': {
    code: `session('dev', { gpu: '1xRTX3090', ${rest} })`,
    says: `Type '"1xRTX3090"' is not assignable to type 'CountXGpu<2>'. Did you mean '"1x3090"'?`,
    at: 'gpu:',
  },
  'a card without a count': {
    code: `session('dev', { gpu: 'A100', ${rest} })`,
    says: `Type '"A100"' is not assignable to type 'CountXGpu<2>'.`,
    at: 'gpu:',
  },
  'a count without a card': {
    code: `session('dev', { gpu: 1, ${rest} })`,
    says: `Type '1' is not assignable to type 'CountXGpu<2>'.`,
    at: 'gpu:',
  },
  'more cards than a job may have': {
    code: `job('train', { gpu: '9x24GB', ${rest}, command: 'python train.py' })`,
    says: `Type '"9x24GB"' is not assignable to type 'CountXGpu<8>'. Did you mean '"1x24GB"'?`,
    at: 'gpu:',
  },
  'more cards than a session may have': {
    code: `session('dev', { gpu: '4xA10', ${rest} })`,
    says: `Type '"4xA10"' is not assignable to type 'CountXGpu<2>'. Did you mean '"1xA10"'?`,
    at: 'gpu:',
  },
  'a class that no plain card has': {
    code: `session('dev', { gpu: '1x80GB', ${rest} })`,
    says: `Type '"1x80GB"' is not assignable to type 'CountXGpu<2>'. Did you mean '"1x20GB"'?`,
    at: 'gpu:',
  },
  'more hours than a session may have': {
    code: `session('dev', { hours: 12, image: 'pytorch' })`,
    says: `Type '12' is not assignable to type '1 | 2 | 3 | 4 | 5 | 6'.`,
    at: 'hours:',
  },
  'no hours': {
    code: `session('dev', { gpu: '1x24GB', image: 'pytorch' })`,
    says: `Property 'hours' is missing in type '{ gpu: "1x24GB"; image: "pytorch"; }' but required in type 'SessionOptions'.`,
    at: '{ gpu:',
  },
  'a preset with a slip': {
    code: `session('dev', { image: 'pytorhc', hours: 6 })`,
    says: `Type '"pytorhc"' is not assignable to type '${images}`,
    ends: "`${string}/${string}:${string}`'. Did you mean '\"pytorch\"'?",
    at: 'image:',
  },
  'an image without its registry': {
    code: `session('dev', { image: 'ubuntu:24.04', hours: 6 })`,
    says: `Type '"ubuntu:24.04"' is not assignable to type '${images}`,
    ends: "`${string}/${string}:${string}`'.",
    at: 'image:',
  },
  'a size in another unit': {
    code: `volume('data', '100GB')`,
    says: `Argument of type '"100GB"' is not assignable to parameter of type '\`\${number}Gi\` | \`\${number}Ti\`'.`,
    at: `'100GB'`,
  },
  'a session as a disk': {
    code: `session('dev', { ${rest}, mounts: { '/data': session('other', { ${rest} }) } })`,
    says: `Type 'Session' is not assignable to type 'Disk'.`,
    at: `'/data'`,
  },
  'a name as a disk': {
    code: `session('dev', { ${rest}, mounts: { '/data': 'data' } })`,
    says: `Type 'string' is not assignable to type 'Disk'.`,
    at: `'/data'`,
  },
  'a template with a slip': {
    code: `import { sesion } from '#lab'; export { sesion }`,
    says: `'"#lab"' has no exported member named 'sesion'. Did you mean 'session'?`,
    at: 'sesion',
  },
  'lab without the #': {
    code: `import { session as other } from 'lab'; export { other }`,
    says: `Cannot find module 'lab' or its corresponding type declarations.`,
    at: `'lab'`,
  },
  'the environment': {
    code: `process.env.HOME`,
    says: `Property 'env' does not exist on type 'NotInARequest'.`,
    at: 'env',
  },
  'the screen': {
    code: `console.log('here')`,
    says: `Property 'log' does not exist on type 'NotInARequest'.`,
    at: 'log',
  },
  'a file': {
    code: `import fs from 'node:fs'; export const text = fs.readFileSync('x')`,
    says: `Property 'readFileSync' does not exist on type 'NotInARequest'.`,
    at: 'readFileSync',
  },
  'somebody who is no member': {
    code: `shared('bbo', 'imagenet')`,
    says: `Argument of type '"bbo"' is not assignable to parameter of type '${members}`,
    ends: `'.`,
    at: `'bbo'`,
  },
  'the command under the name of the run': {
    code: `job('train', { ${rest}, command: 'true', run: 'python train.py' })`,
    says: `Type 'string' is not assignable to type 'number'.`,
    at: 'run:',
  },
  'a storage that is gone': {
    code: `volume('data', '100Gi', { storage: 'rook-block' })`,
    says: `Type '"rook-block"' is not assignable to type '${storages}`,
    ends: `'.`,
    at: 'storage:',
  },
  'a patch of what has an option': {
    code: `session('dev', { ${rest}, patch: { container: { image: 'x' } } })`,
    says: `Object literal may only specify known properties, and 'image' does not exist in type 'ContainerFields'.`,
    at: `image: 'x'`,
  },
  'options without their type in a constant': {
    code: `const options = { gpu: '1x24GB', ${rest} }; export const dev = session('dev', options)`,
    says: `Argument of type '{ gpu: string; image: string; hours: number; }' is not assignable to parameter of type 'SessionOptions'.`,
    at: 'options)',
  },
}

/** What must compile, so that options can come out of loops, constants and lists. */
const fine: Readonly<Record<string, string>> = {
  'names in a loop': `export const runs = [1, 2].map((n) => job(\`run-\${n}\`, { ${rest}, command: \`python train.py \${n}\` }))`,
  'cards in a loop': `export const runs = ([1, 2, 4] as const).map((n) => job(\`run-\${n}\`, { gpu: \`\${n}x24GB\`, ${rest}, command: 'true' }))`,
  'sizes in a loop': `export const runs = [1, 2].map((n) => job('run', { ${rest}, memory: \`\${8 * n}Gi\`, command: 'true' }))`,
  'images in a loop': `export const runs = ['1.0', '1.1'].map((tag) => job('run', { image: \`ghcr.io/a/b:\${tag}\`, hours: 6, command: 'true' }))`,
  'options with their type in a constant': `import type { SessionOptions } from '#lab'; const options: SessionOptions = { gpu: '1x24GB', ${rest} }; export default session('dev', options)`,
  'options by satisfies': `import type { JobOptions } from '#lab'; const options = { gpu: '8xA10', ${rest}, command: ['python', 'train.py'] } satisfies JobOptions; export default job('train', options)`,
  'no card': `export default session('dev', { gpu: 0, ${rest} })`,
  'a disk read-only, one of somebody else, one by hand': `import { named, readOnly, type PersistentVolumeClaim } from '#lab'
    const data = volume('data', '1.5Ti', { storage: 'block', readers: ['bob'] })
    const own: PersistentVolumeClaim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: named('own'), spec: { accessModes: ['ReadWriteOnce'] } }
    export default session('dev', { ${rest}, mounts: { '/data': readOnly(data), '/imagenet': shared('bob', 'imagenet'), '/own': own } })`,
  'a pod by hand': `import { named, type Pod } from '#lab'
    export const probe: Pod = { apiVersion: 'v1', kind: 'Pod', metadata: named('probe', 2), spec: { containers: [{ name: 'main', image: 'ghcr.io/a/b:1' }] } }`,
  'a result spread and changed': `const dev = session('dev', { ${rest} })
    export default { ...dev, spec: { ...dev.spec, hostname: 'dev' } }`,
  'a patch': `export default session('dev', { ${rest}, patch: { pod: { tolerations: [{ key: 'nautilus.io/science-dmz', operator: 'Exists' }] }, container: { imagePullPolicy: 'Always' } } })`,
  'a neighbour without its ending': `import { runs } from './fine0'; export const again = [runs]`,
}

const imports = `import { job, session, shared, volume } from '#lab'; export const used = [job, session, shared, volume]\n`
const house = resolve(import.meta.dirname, '..')

interface Said {
  readonly message: string
  readonly at: string
}

/** Runs the real compiler once over all sources, with the flags that a member's editor has. */
function compile(
  sources: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): ReadonlyMap<string, readonly Said[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tsc-messages-'))
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, `${name}.ts`), text)
  const config = {
    extends: join(house, 'users/tsconfig.json'),
    compilerOptions: { paths: { '#lab': [join(house, 'templates/index.ts')] } },
    include: [join(folder, '*.ts'), join(house, 'templates/sandbox.d.ts')],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const tsc = join(house, 'node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false', ...flags], {
    cwd: folder,
    encoding: 'utf8',
  })
  const found = [...stdout.matchAll(/^(\w+)\.ts\((\d+),(\d+)\): error TS\d+: (.*)$/gm)].map(
    ([, name = '', line, column, message = '']) => ({
      name,
      message,
      at: sources[name]?.split('\n')[Number(line) - 1]?.slice(Number(column) - 1) ?? '',
    }),
  )
  expect(found.length).toBe(stdout.split('\n').filter((line) => line.includes('error TS')).length)
  return Map.groupBy(found, ({ name }) => name)
}

function numbered(prefix: string, codes: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(codes.map((code, index) => [`${prefix}${index}`, `${imports}${code}\n`]))
}

const said = compile({
  ...numbered(
    'mistake',
    Object.values(mistakes).map(({ code }) => code),
  ),
  ...numbered('fine', Object.values(fine)),
})

/** The message, of one with a list in it only what stands before and behind. */
function withoutMiddle(message: string, { says, ends }: Mistake): string {
  return ends === undefined ? message : message.slice(0, says.length) + message.slice(-ends.length)
}

describe('what TypeScript says', () => {
  test.each(Object.entries(mistakes).map(([title, mistake], index) => [title, mistake, index] as const))(
    '%s',
    (_title, mistake, index) => {
      const [first, ...others] = said.get(`mistake${index}`) ?? []
      expect(withoutMiddle(first?.message ?? '', mistake)).toBe(mistake.says + (mistake.ends ?? ''))
      expect(first?.at.slice(0, mistake.at.length)).toBe(mistake.at)
      expect(others).toEqual([])
    },
  )
})

describe('what compiles', () => {
  test.each(Object.keys(fine).map((title, index) => [title, index] as const))('%s', (_title, index) => {
    expect(said.get(`fine${index}`) ?? []).toEqual([])
  })
})

test('the union behind gpu stays small enough for the compiler: below 1,000 members', () => {
  const code = `import type { CountXGpu } from '#lab'
    type NamesOf<T> = T extends Record<infer K extends string, 1> ? \`\${K}\` : never
    export const every: NamesOf<Record<Exclude<CountXGpu<8>, 0>, 1>> = 'none'`
  const [error] = compile({ union: code }, ['--noErrorTruncation']).get('union') ?? []
  const union = error?.message.match(/"\dx[^"]+"/g) ?? []
  expect(union).toContain('"8xA100"')
  expect(union.length).toBeGreaterThan(100)
  expect(union.length).toBeLessThan(1000)
})
