/** `npm run agreement -- --count 10000 --seed 1 [--kind Job]`: what `lab` and a real kube-apiserver say to the same manifests. */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { startCluster } from '../control-plane/start-cluster.ts'
import { fileAgreement } from './files.ts'
import { type Kind, kinds } from './manifests/make-manifest.ts'
import { manifestAgreement } from './manifest-agreement.ts'
import { forReal } from './verdict/for-real.ts'
import { judge } from './verdict/ours.ts'
import { dryRun } from './verdict/server.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    kind: { type: 'string' },
    files: { type: 'string' },
  },
})

process.exitCode = await run()

/** 0: within the limits. 1: it could not tell. 2: beyond a limit. */
async function run(): Promise<0 | 1 | 2> {
  const [count, seed] = [Number(values.count), Number(values.seed)]
  const wanted = kinds.filter((kind: Kind) => values.kind === undefined || kind === values.kind)
  if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed) || wanted.length === 0) {
    say(`count and seed are whole numbers, and kind is one of ${kinds.join(', ')}`)
    return 1
  }
  await using cluster = await startCluster()
  const ask = cluster.as('admin')
  const judges = { ours: judge, dryRun: dryRun(ask), forReal: await forReal(ask) }
  if (values.files !== undefined) return await fileAgreement(values.files, judges, say)
  return await manifestAgreement({ count, seed, kinds: wanted }, judges, say)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
