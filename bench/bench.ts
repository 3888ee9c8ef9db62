/** `npm run bench [-- --runs 5] [-- --only check,growth,start,evaluation,objects,validate,review,apply]`: whole processes in turns, as ratios against peers of the same run. */
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { evaluationMilliseconds } from './evaluation.ts'
import { kubeconformBinary, makeManifests, schemaLocation } from './kubeconform.ts'
import { makeLab } from './labs.ts'
import { inTurns, median, peakMemory, type Command, type Taken } from './measure.ts'
import { writeObjects } from './objects.ts'
import { makeCdk8s } from './peers.ts'
import { reviewedLab } from './review.ts'

const sections = { check, growth, start, evaluation, objects, validate, review, apply }
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: Object.keys(sections).join() },
  },
})
const bench = import.meta.dirname
const checkout = join(bench, '..')
const node = process.execPath
const userCaches = process.env['XDG_CACHE_HOME']
const kubeconform = asked('validate') ? kubeconformBinary() : ''
let edits = 0
const tmp = mkdtempSync(join(tmpdir(), 'lab-bench-'))
process.once('exit', () => rmSync(tmp, { recursive: true, force: true }))
process.env['XDG_CACHE_HOME'] = join(tmp, 'cache')
// For the peers too: nobody compiles in every run what did not change.
process.env['NODE_COMPILE_CACHE'] = join(tmp, 'compiled')

if (!existsSync(join(bench, 'node_modules')))
  spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: bench, stdio: 'inherit' })

row('work', 'measured', 'against', 'ratio', 'at most')
row('---', '---', '---', '---', '---')
for (const [name, section] of Object.entries(sections)) {
  if (!asked(name)) continue
  process.stderr.write(`${name} …\n`)
  await section()
}

function asked(name: string): boolean {
  return values.only.split(',').includes(name)
}

async function check(): Promise<void> {
  const ours = checkAll(1000)
  const peers = [tscAlone(1000), cdk8s(1000, 'tsx'), cdk8s(1000, 'ts-node')] as const
  const seconds = medians([ours, ...peers])
  for (const [index, limit] of ['3 ×', '0.35 ×', '0.15 ×'].entries())
    compare(seconds, ours, peers[index] ?? ours, limit)
  await memory(ours, 300)
}

async function growth(): Promise<void> {
  const [hundred, thousand, tenThousand] = [checkAll(100), checkAll(1000), checkAll(10000)]
  const changed = lab(10000, 'lab check, one of 10,000 files changed', ['check'], changeOne)
  spawnSync(node, changed.args, { cwd: changed.cwd })
  const seconds = medians([hundred, thousand, tenThousand, changed])
  compare(seconds, hundred, thousand, '')
  compare(seconds, tenThousand, thousand, '8 ×')
  await memory(tenThousand, 600)
  compare(seconds, changed, thousand, '0.5 ×')
}

async function start(): Promise<void> {
  const help = lab(100, 'lab --help', ['--help'])
  const nothing = { name: 'node -e 0', file: node, args: ['-e', '0'], cwd: tmp }
  compare(medians([help, nothing]), help, nothing, '3 ×')
}

async function evaluation(): Promise<void> {
  row('evaluating one request', `${(await evaluationMilliseconds(checkout)).toFixed(2)} ms`, '', '', '0.8 ms')
}

async function objects(): Promise<void> {
  const file = join(tmp, 'objects.json')
  writeObjects(file, 10000)
  const on = (name: string, script: string): Command => ({
    name,
    file: node,
    args: [join(bench, script), file],
    cwd: tmp,
  })
  const ours = on('10,000 objects: schema, API rules, policy', 'judge-objects.ts')
  const floor = on('ajv alone', 'ajv-objects.ts')
  compare(medians([ours, floor]), ours, floor, '2 ×')
}

async function validate(): Promise<void> {
  const manifests = join(tmp, 'manifests')
  const built = lab(10000, 'lab build', ['build'])
  spawnSync(node, built.args, { cwd: built.cwd })
  makeManifests(join(built.cwd, 'rendered'), manifests, 10000)
  const ours = lab(100, 'lab validate, 10,000 files', ['validate', manifests])
  const args = ['-strict', '-schema-location', schemaLocation(checkout), manifests]
  const peer = { name: 'kubeconform -strict', file: kubeconform, args, cwd: tmp }
  compare(medians([ours, peer]), ours, peer, '1 ×')
}

async function review(): Promise<void> {
  const one = await reviewedLab(checkout, join(tmp, 'review-1'), 1000, 1)
  const many = await reviewedLab(checkout, join(tmp, 'review-24'), 1000, 24)
  try {
    const tsc = tscAlone(1000)
    const seconds = medians([one.command, many.command, tsc])
    compare(seconds, one.command, tsc, '4 ×')
    compare(seconds, many.command, one.command, '3 ×')
  } finally {
    for (const { github } of [one, many]) github.kill()
  }
}

async function apply(): Promise<void> {
  // The servers and a peer are built once for all runs.
  if (userCaches === undefined) delete process.env['XDG_CACHE_HOME']
  else process.env['XDG_CACHE_HOME'] = userCaches
  const { applyRows } = await import('./apply/apply.ts')
  await applyRows({ checkout, tmp, runs: Number(values.runs), medians, compare, memory, row })
}

function checkAll(members: number): Command {
  return lab(members, `lab check, ${members} members`, ['check', '--no-cache'])
}

function lab(members: number, name: string, args: readonly string[], before?: () => void): Command {
  const cwd = join(tmp, `lab-${members}`)
  if (!existsSync(cwd)) makeLab(checkout, cwd, members)
  return { name, file: node, args: [join(cwd, 'scripts', 'lab.mjs'), ...args], cwd, ...(before && { before }) }
}

function tscAlone(members: number): Command {
  const tsc = join(checkout, 'node_modules', 'typescript', 'bin', 'tsc')
  return { name: 'tsc alone', file: node, args: [tsc, '--noEmit', '-p', 'users'], cwd: lab(members, '', []).cwd }
}

function cdk8s(members: number, runner: 'tsx' | 'ts-node'): Command {
  const cwd = join(tmp, `cdk8s-${members}`)
  if (!existsSync(cwd)) makeCdk8s(bench, cwd, members)
  const script = { tsx: 'tsx/dist/cli.mjs', 'ts-node': 'ts-node/dist/bin.js' }[runner]
  const args = ['node_modules/cdk8s-cli/bin/cdk8s', 'synth', '--app', `${node} node_modules/${script} main.ts`]
  return { name: `cdk8s with ${runner}`, file: node, args, cwd }
}

function changeOne(): void {
  appendFileSync(join(tmp, 'lab-10000', 'users', 'm00500', 'dev.ts'), `// ${edits++}\n`)
}

type Medians = (command: Command) => Taken

function medians(commands: readonly Command[]): Medians {
  const all = inTurns(commands, Number(values.runs))
  return ({ name }) => {
    const taken = all.get(name) ?? []
    return { wall: median(taken.map(({ wall }) => wall)), processor: median(taken.map(({ processor }) => processor)) }
  }
}

function compare(seconds: Medians, ours: Command, peer: Command, limit: string): void {
  const [a, b] = [seconds(ours), seconds(peer)]
  row(ours.name, shown(a), `${peer.name}: ${shown(b)}`, `${(a.wall / b.wall).toFixed(2)} ×`, limit)
}

/** `1.20 s (2.31)`: by the clock, and of all processors together. */
function shown({ wall, processor }: Taken): string {
  return `${wall.toFixed(2)} s (${processor.toFixed(2)})`
}

async function memory(command: Command, limit: number): Promise<void> {
  row(`${command.name}, memory`, `${Math.round(await peakMemory(command))} MB`, '', '', `${limit} MB`)
}

function row(...cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}
