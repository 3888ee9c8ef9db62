import type { Evaluation } from '../model/evaluation.ts'
import { finding } from '../model/finding.ts'
import { requestId, type Folder, type House, type Request, type Source } from '../model/request.ts'
import { conclude } from './conclude.ts'
import { explain } from './explain.ts'
import { furnitureOf } from './furniture.ts'
import type { Told } from './guest/told.ts'
import { importFindings } from './import-findings.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { createMachine, type Machine, type Ran } from './machine.ts'
import { prepare } from './prepare.ts'
import { labModule, Reach, type Exporter } from './reach.ts'
import { stripHere } from './strip-here.ts'
import { asWritten, strip } from './strip.ts'
import { stopped } from './stopped.ts'

/**
 * Evaluates requests, each from the same state: no file, network, environment, process, clock or chance, and nothing left from the request
 * before. Invariant: the same texts give the same evaluation, whatever ran before and wherever it runs. Threat: work inside one function of
 * the engine (`indexOf` over a length of 2⁵³, joining deep strings, sorting long ones) asks nobody whether to go on, and holds the thread:
 * whoever evaluates what members wrote does it in a worker thread, and ends that when it does not answer.
 */
export interface Sandbox {
  /** Never throws for what a member wrote. `owner.prefix`: what the owner's object names begin with. */
  readonly evaluate: (folder: Folder, request: Request, owner: { readonly prefix: string }) => Evaluation
}

/** What a sandbox is made of: JSON, so that it is made once and opened in many threads. */
export interface Furnished {
  readonly modules: readonly (readonly [name: string, code: string])[]
  readonly entry: string
  readonly lab: Exporter
  readonly limits: Limits
}

/** Takes the types out of everything of ours. Texts of the house are trusted. */
export function furnish(
  house: Pick<House, 'lab' | 'templates'>,
  limits: Partial<Limits> = {},
  withoutTypes: (text: string) => string = stripHere,
): Furnished {
  const all = { ...defaultLimits, ...limits }
  const { modules, entry } = furnitureOf(house, all, withoutTypes)
  const text = house.templates.get('index.ts') ?? ''
  return {
    modules: [...modules],
    entry,
    lab: { file: labModule, text, code: modules.get(labModule) ?? '' },
    limits: all,
  }
}

export function createSandbox(house: Pick<House, 'lab' | 'templates'>, limits?: Partial<Limits>): Promise<Sandbox> {
  return openSandbox(furnish(house, limits))
}

export async function openSandbox({ modules, entry, lab, limits: all }: Furnished): Promise<Sandbox> {
  const machine = await createMachine({ modules: new Map(modules), entry }, all)
  const prepareAsWritten = onceEach((source: Source) => prepare(source, all, asWritten))
  const prepareStripped = onceEach((source: Source) => prepare(source, all, strip))
  return {
    evaluate: (folder, request, { prefix }) => {
      const through = (prepareEntry: typeof prepareStripped): Evaluating => {
        const prepareAny = (source: Source) => (source.file === request.file ? prepareEntry : prepareStripped)(source)
        return { request, prefix, reach: new Reach(folder, lab, prepareAny), machine, limits: all }
      }
      const evaluation = evaluate(through(prepareAsWritten), through(prepareStripped))
      return { ...evaluation, findings: evaluation.findings.map((one) => ({ ...one, request: requestId(request) })) }
    },
  }
}

/** Files that many requests of a folder import are prepared once. */
function onceEach<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>()
  return (key) => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}

interface Evaluating {
  readonly request: Request
  readonly prefix: string
  readonly reach: Reach
  readonly machine: Machine
  readonly limits: Limits
}

/**
 * What is no JavaScript as it is written is evaluated `otherwise`. Invariant: only the entry is tried so. That it cannot be read nobody
 * can catch, while an `import(…)` of another file could be caught, and would then mean something else.
 */
function evaluate(evaluating: Evaluating, otherwise?: Evaluating): Evaluation {
  const { request, reach } = evaluating
  const entry = reach.folder.sources.find(({ file }) => file === request.file)
  if (entry === undefined) throw new Error(`${request.file} is no file of ${reach.folder.owner}`)
  const prepared = reach.prepare(entry)
  if (!('code' in prepared)) return { request, objects: [], calls: [], findings: prepared.findings }
  const ran = run(evaluating, entry, prepared.code)
  if (otherwise !== undefined && ran.kind === 'threw' && ran.thrown.name === 'SyntaxError') return evaluate(otherwise)
  const imports = reach.deadEnds.length > 0 || reach.findings.length > 0 ? importFindings(entry, reach) : []
  const evaluation = outcome(ran, evaluating, entry, imports.length + reach.findings.length > 0)
  const findings = [...reach.findings, ...imports, ...evaluation.findings]
  const isEmpty = findings.length === 0 && evaluation.objects.length === 0
  return { ...evaluation, findings: isEmpty ? [finding('request-empty', {}, { file: entry.file })] : findings }
}

function run({ request, prefix, reach, machine }: Evaluating, { file }: Source, code: string): Ran {
  return machine.run({
    file,
    code,
    context: JSON.stringify({ owner: request.owner, prefix, request: requestId(request), file }),
    resolve: (base, specifier) => reach.resolve(base, specifier),
    load: (name) => reach.load(name),
    imported: () => reach.otherRequests(file),
  })
}

/** `isTold`: what kept it from running has been found already, and what was thrown says only that. */
function outcome(ran: Ran, { request, reach, limits }: Evaluating, entry: Source, isTold: boolean): Evaluation {
  if (ran.kind === 'told') return conclude(JSON.parse(ran.text) as Told, request, entry, reach)
  const nothing = { request, objects: [], calls: [] }
  if (ran.kind === 'stopped') return { ...nothing, findings: [stopped(ran, { entry, reach, limits })] }
  return { ...nothing, findings: isTold ? [] : [explain(ran.thrown, { entry, reach, limits })] }
}
