import * as fc from 'fast-check'
import lab from '../../lab.config.ts'
import type { GpuModel, StorageClass } from '../../scripts/model/lab.ts'

/** A request as a member could write it, and which kind of card it is about. */
export interface Sample {
  readonly text: string
  /** `'24GB'`, `'A10'`; absent: no card. */
  readonly kind?: string
  readonly count: number
}

const models: Readonly<Record<string, GpuModel>> = lab.gpus
const storages: Readonly<Record<string, StorageClass>> = lab.storage
const home = storages[lab.defaults.storage]?.region

/** The small Nautilus has every card in the home region alone, so disks elsewhere would leave some without a machine. */
const homeStorages = Object.entries(storages).filter(([, row]) => row.access === undefined && row.region === home)
const images = Object.keys(lab.images)
const env = fc.dictionary(
  fc.stringMatching(/^[A-Z][A-Z_]{2,7}$/),
  fc.oneof(fc.string({ maxLength: 12 }), fc.integer()),
  {
    maxKeys: 3,
  },
)

/** One request for so many cards of this kind, with some of the options that its template takes. */
export function requestFor(kind: string | undefined): fc.Arbitrary<Sample> {
  const closed = kind !== undefined && models[kind]?.access !== undefined
  const session = fc.constantFrom('session', 'notebook')
  const batch = fc.constantFrom('job', 'sweep')
  return fc.oneof(closed ? batch : session, batch).chain((template) => {
    const most = template === 'job' ? 8 : 2
    const count = kind === undefined ? fc.constant(0) : fc.integer({ min: 1, max: most })
    return fc
      .record({ count, image: fc.constantFrom(...images), env, disk: disk(), rest: restOf(template) })
      .map(({ disk: mounted, rest, ...options }) => ({
        text: written(template, kind, { ...options, ...rest }, mounted),
        count: options.count,
        ...(kind !== undefined && { kind }),
      }))
  })
}

interface Options {
  readonly count: number
  readonly [option: string]: unknown
}

function restOf(template: string): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const preemptible = fc.constantFrom(true, undefined)
  const whole = fc.integer({ min: 1, max: 6 })
  const hours = fc.constantFrom(0.5, 12, 48)
  const command = fc.constantFrom('python train.py', 'nvidia-smi && echo done')
  if (template === 'session') return fc.record({ hours: whole, ports: fc.constantFrom([6006], undefined) })
  if (template === 'notebook') return fc.record({ hours: whole, port: fc.constantFrom(8888, undefined) })
  if (template === 'job') return fc.record({ hours, command, preemptible, retries: fc.constantFrom(0, 3, undefined) })
  return fc.record({
    hours,
    command,
    preemptible,
    parallel: fc.integer({ min: 1, max: 2 }),
    over: fc.constant({ SEED: [1, 2] }),
  })
}

function disk(): fc.Arbitrary<string | undefined> {
  return fc.constantFrom(undefined, ...homeStorages.map(([name]) => name))
}

function written(template: string, kind: string | undefined, { count, ...options }: Options, storage?: string): string {
  const shared = storage === undefined || storages[storage]?.shared === true || template !== 'sweep'
  const mounts = storage === undefined || !shared ? '' : `  mounts: { '/data': data },\n`
  const gpu = kind === undefined ? '' : `  gpu: '${count}x${kind}',\n`
  const lines = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name}: ${JSON.stringify(value)},\n`)
  return [
    `import { ${template}, volume } from '#lab'\n\n`,
    mounts === '' ? '' : `export const data = volume('data', '10Gi', { storage: '${storage}' })\n`,
    `export default ${template}('run', {\n${gpu}${mounts}${lines.join('')}})\n`,
  ].join('')
}
