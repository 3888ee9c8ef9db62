/** `npm run bench [-- --members 100,1000,10000] [--runs 5]`: whole processes in turns, as ratios against peers of the same run. */
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { evaluationMilliseconds } from './evaluation.ts'
import { makeLab } from './labs.ts'
import { inTurns, median, peakMemory, type Command } from './measure.ts'
import { makeCdk8s } from './peers.ts'
import { makeManifests, kubeconformBinary, kubeconformSchemas } from './kubeconform.ts'

const { values } = parseArgs({
  options: { members: { type: 'string', default: '100,1000,10000' }, runs: { type: 'string', default: '5' } },
})
const sizes = values.members.split(',').map(Number)
const runs = Number(values.runs)
const bench = import.meta.dirname
const checkout = join(bench, '..')
const tmp = mkdtempSync(join(tmpdir(), 'lab-bench-'))
process.once('exit', () => rmSync(tmp, { recursive: true, force: true }))

if (!existsSync(join(bench, 'node_modules')))
  spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: bench, stdio: 'inherit' })

const node = process.execPath
const labFolder = (members: number): string => join(tmp, `lab-${members}`)
const cdk8sFolder = (members: number): string => join(tmp, `cdk8s-${members}`)

const lab = (members: number, name: string, args: readonly string[], before?: () => void): Command => ({
  name,
  file: node,
  args: [join(labFolder(members), 'scripts', 'lab.mjs'), ...args],
  cwd: labFolder(members),
  ...(before && { before }),
})

const check = (members: number): Command => lab(members, `lab check, ${members}`, ['check', '--no-cache'])

const tsc = (members: number): Command => ({
  name: `tsc alone, ${members}`,
  file: node,
  args: [join(checkout, 'node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '-p', 'users'],
  cwd: labFolder(members),
})

const cdk8s = (members: number, runner: 'tsx' | 'ts-node'): Command => ({
  name: `cdk8s with ${runner}, ${members}`,
  file: node,
  args: ['node_modules/cdk8s-cli/bin/cdk8s', 'synth', '--app', `${node} node_modules/${runners[runner]} main.ts`],
  cwd: cdk8sFolder(members),
})

const runners = { tsx: 'tsx/dist/cli.mjs', 'ts-node': 'ts-node/dist/bin.js' }

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

function row(...cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}

const ratio = (a: number, b: number): string => `${(a / b).toFixed(2)} ×`
const seconds = (value: number): string => `${value.toFixed(2)} s`

for (const members of sizes) {
  say(`making labs of ${members} members`)
  makeLab(checkout, labFolder(members), members)
}
makeCdk8s(bench, cdk8sFolder(1000), 1000)

row('work', 'measured', 'against', 'ratio', 'at most')
row('---', '---', '---', '---', '---')

say('1,000 members against tsc and cdk8s')
const thousand = await times([check(1000), tsc(1000), cdk8s(1000, 'tsx'), cdk8s(1000, 'ts-node')])
for (const [peer, limit] of [
  [tsc(1000), '3 ×'],
  [cdk8s(1000, 'tsx'), '0.35 ×'],
  [cdk8s(1000, 'ts-node'), '0.15 ×'],
] as const)
  row(
    check(1000).name,
    seconds(thousand(check(1000))),
    `${peer.name}: ${seconds(thousand(peer))}`,
    ratio(thousand(check(1000)), thousand(peer)),
    limit,
  )
row(`${check(1000).name}, memory`, `${Math.round(await peakMemory(check(1000)))} MB`, '', '', '300 MB')

say('growth')
let edits = 0
const oneChanged = lab(10000, 'lab check, one file of 10,000 changed', ['check'], () =>
  appendFileSync(join(labFolder(10000), 'users', 'm00500', 'dev.ts'), `// ${edits++}\n`),
)
spawnSync(node, oneChanged.args, { cwd: oneChanged.cwd })
const growth = await times([check(100), check(1000), check(10000), oneChanged])
row(
  check(100).name,
  seconds(growth(check(100))),
  `${check(1000).name}: ${seconds(growth(check(1000)))}`,
  ratio(growth(check(100)), growth(check(1000))),
  '',
)
row(
  check(10000).name,
  seconds(growth(check(10000))),
  `${check(1000).name}: ${seconds(growth(check(1000)))}`,
  ratio(growth(check(10000)), growth(check(1000))),
  '8 ×',
)
row(`${check(10000).name}, memory`, `${Math.round(await peakMemory(check(10000)))} MB`, '', '', '600 MB')
row(
  oneChanged.name,
  seconds(growth(oneChanged)),
  `${check(1000).name}: ${seconds(growth(check(1000)))}`,
  ratio(growth(oneChanged), growth(check(1000))),
  '0.5 ×',
)

say('start')
const help = lab(100, 'lab --help', ['--help'])
const nothing: Command = { name: 'node -e 0', file: node, args: ['-e', '0'], cwd: tmp }
const start = await times([help, nothing])
row(
  help.name,
  seconds(start(help)),
  `${nothing.name}: ${seconds(start(nothing))}`,
  ratio(start(help), start(nothing)),
  '3 ×',
)

say('one evaluation')
row('evaluating one request', `${(await evaluationMilliseconds(checkout)).toFixed(2)} ms`, '', '', '0.8 ms')

say('existing manifests against kubeconform')
const manifests = makeManifests(labFolder(Math.max(...sizes)), join(tmp, 'manifests'), 10000)
const kubeconform: Command = {
  name: 'kubeconform -strict',
  file: kubeconformBinary(),
  args: ['-strict', '-schema-location', kubeconformSchemas(checkout, join(tmp, 'schemas')), manifests],
  cwd: tmp,
}
const validate = lab(100, 'lab validate, 10,000 files', ['validate', manifests])
const validated = await times([validate, kubeconform])
row(
  validate.name,
  seconds(validated(validate)),
  `${kubeconform.name}: ${seconds(validated(kubeconform))}`,
  ratio(validated(validate), validated(kubeconform)),
  '1 ×',
)

async function times(commands: readonly Command[]): Promise<(command: Command) => number> {
  const all = inTurns(commands, runs)
  return ({ name }) => median(all.get(name) ?? [])
}
