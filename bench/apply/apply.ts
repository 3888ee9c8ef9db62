import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Lab } from '../../scripts/model/lab.ts'
import { faultProxy, type FaultProxy } from '../../tests/cluster/fault-proxy.ts'
import { startCluster, type RunningCluster } from '../../tests/control-plane/start-cluster.ts'
import type { Command, Taken } from '../measure.ts'
import { recorded } from './recorded.ts'
import { sealedLab, withOneMore, type Sealed } from './sealed-lab.ts'
import { ssaBinary } from './ssa.ts'

/** What the benchmark gives its sections. */
export interface Bench {
  readonly checkout: string
  readonly tmp: string
  readonly runs: number
  readonly medians: (commands: readonly Command[]) => (command: Command) => Taken
  readonly compare: (seconds: (command: Command) => Taken, ours: Command, peer: Command, limit: string) => void
  readonly memory: (command: Command, limit: number) => Promise<void>
  readonly row: (...cells: readonly string[]) => void
}

const node = process.execPath
const [few, many] = [100, 500]

/** Applies of a large lab against a server of their own: 500 members with a disk and a session each (issue 5, section 4). */
export async function applyRows(bench: Bench): Promise<void> {
  const { checkout, tmp, row } = bench
  const flux = ssaBinary()
  const [small, large] = [few, many].map((members) => sealedLab(checkout, join(tmp, `apply-${members}`), members))
  if (small === undefined || large === undefined) return
  const config = (await import(pathToFileURL(join(large.cwd, 'lab.config.ts')).href)) as { readonly default: Lab }
  await using cluster = await startCluster({ lab: config.default })
  await using proxy = await faultProxy(cluster, ['lab-apply'])
  const peers = peersOn(cluster, flux)

  const requests = join(tmp, 'requests.json')
  peers.empty()
  await listened(proxy, small, ['--init'])
  const again = [await listened(proxy, small, [])]
  peers.empty()
  writeFileSync(requests, JSON.stringify(recorded(await listened(proxy, large, ['--init']))))
  again.push(await listened(proxy, large, []))

  const create = peers.lab('lab apply, 1,000 objects', large, ['--init'], peers.empty)
  const kubectl = peers.kubectl('kubectl apply', large, peers.empty)
  const blind = peers.blind('the same requests, sent blindly', requests, peers.empty)
  const ssa = peers.flux('fluxcd/pkg/ssa', large, peers.empty)
  const creating = bench.medians([ssa, kubectl, blind, create])
  bench.compare(creating, create, kubectl, '0.3 ×')
  bench.compare(creating, create, blind, '1.3 ×')
  bench.compare(creating, create, ssa, '')

  const nothing = peers.lab('lab apply again, nothing to do', large, [])
  const idle = bench.medians([nothing])
  bench.compare(either(idle, nothing, creating), nothing, kubectl, '0.01 ×')
  const counts = again.map(({ length }) => String(length))
  row(`requests of it, ${many} members`, counts[1] ?? '', `${few} members: ${counts[0] ?? ''}`, '', 'the same')

  const changes = Array.from({ length: bench.runs + 1 }, (_, index) => withOneMore(large.cwd, `more-${index}`))
  const change = oneByOne(peers, changes)
  bench.compare(either(bench.medians([change]), change, creating), change, kubectl, '0.02 ×')
  await bench.memory(create, 300)
}

type Seconds = (command: Command) => Taken

/** Our own numbers from one measurement, a peer's from another of the same run. */
function either(own: Seconds, ours: Command, others: Seconds): Seconds {
  return (command) => (command === ours ? own : others)(command)
}

function script(name: string): string {
  return join(import.meta.dirname, name)
}

function run(name: string, file: string, args: readonly string[], cwd: string, before?: () => void): Command {
  return { name, file, args, cwd, ...(before && { before }) }
}

function peersOn(cluster: RunningCluster, flux: string) {
  const kubeconfig = `--kubeconfig=${cluster.kubeconfig('admin')}`
  return {
    empty: (): void => void execFileSync(node, [script('emptied.ts'), cluster.folder], { stdio: 'inherit' }),
    lab: (name: string, { cwd, reviewed }: Sealed, more: readonly string[], before?: () => void) =>
      run(name, node, labApply(cwd, reviewed, cluster.kubeconfig('lab-apply'), more), cwd, before),
    kubectl: (name: string, { cwd, yaml }: Sealed, before: () => void) =>
      run(name, join(cluster.folder, 'bin', 'kubectl'), [kubeconfig, 'apply', '-R', '-f', yaml], cwd, before),
    blind: (name: string, requests: string, before: () => void) =>
      run(name, node, [script('blind.ts'), cluster.folder, requests], cluster.folder, before),
    flux: (name: string, { cwd, yaml }: Sealed, before: () => void) =>
      run(name, flux, [cluster.kubeconfig('admin'), yaml], cwd, before),
  }
}

function labApply(cwd: string, reviewed: readonly string[], kubeconfig: string, more: readonly string[]) {
  return [join(cwd, 'scripts', 'lab.mjs'), 'apply', ...reviewed, '--kubeconfig', kubeconfig, ...more]
}

/** Each measurement applies a commit that is one session further. */
function oneByOne(peers: ReturnType<typeof peersOn>, changes: readonly Sealed[]): Command {
  const [first] = changes
  if (first === undefined) throw new Error('no run, no change')
  let next = 0
  const args: string[] = []
  const before = (): void => {
    const { args: fresh } = peers.lab('', changes[next++] ?? first, [])
    args.splice(0, args.length, ...fresh)
  }
  return { ...peers.lab('lab apply, one member of 500 changed', first, [], before), args }
}

/** What one apply asks the server. */
async function listened(proxy: FaultProxy, { cwd, reviewed }: Sealed, more: readonly string[]) {
  proxy.begin()
  const child = spawn(node, labApply(cwd, reviewed, proxy.kubeconfig('lab-apply'), more), {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const text: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => text.push(chunk.toString('utf8')))
  const [code] = (await once(child, 'close')) as readonly [number]
  if (code !== 0) throw new Error(`lab apply ended with ${code}:\n${text.join('').slice(-2000)}`)
  return proxy.passed()
}
