import { DefaultIntrinsics, type QuickJSContext, type QuickJSHandle } from 'quickjs-emscripten-core'
import { createEngine } from './engine.ts'
import { Fuel } from './fuel.ts'
import type { Thrown } from './guest/told.ts'
import { furnish, type Harness } from './harness.ts'
import { keepState } from './kept-state.ts'
import { resolveOurs } from './furniture.ts'
import type { Limits } from './limits.ts'

/** What runs once, before the machine's state is kept: module texts by name, and the module that ties them together. */
export interface Furniture {
  readonly modules: ReadonlyMap<string, string>
  /** Exports `begin(text)`, `read(namespace, imported?)` and `explain(thrown)`. */
  readonly entry: string
}

/** One file to run, and what its imports lead to. */
export interface Program {
  readonly file: string
  readonly code: string
  /** The argument of `begin`. */
  readonly context: string
  /** The name of the module that `specifier` leads to; `undefined` where it leads to nothing. */
  readonly resolve: (base: string, specifier: string) => string | undefined
  readonly load: (name: string) => string | undefined
  /** Asked when it has run: modules whose namespaces `read` is to get besides. */
  readonly imported: () => readonly string[]
}

export type Stop = 'steps' | 'time' | 'promises' | 'await' | 'stack'

export type Ran =
  | { readonly kind: 'told'; readonly text: string }
  | { readonly kind: 'threw'; readonly thrown: Thrown }
  | { readonly kind: 'stopped'; readonly by: Stop; readonly thrown?: Thrown }

/** A QuickJS whose state is the same before every run: not one byte of a run is left to the next. */
export interface Machine {
  readonly run: (program: Program) => Ran
}

const intrinsics = { ...DefaultIntrinsics, Date: false, Proxy: false, TypedArrays: false }

/** Names of our own modules begin so; members' begin with `users/`. */
const ours = /^(lab:|templates\/|scripts\/)/

const nothing = 'lab:nothing'

/** Times that reading out may take what a member's code may: it never enters the engine's native recursion, and what it reads is bounded. */
const reading = { stack: 2, steps: 10 }

export async function createMachine(furniture: Furniture, limits: Limits): Promise<Machine> {
  const engine = await createEngine()
  const context = engine.quickjs.newContext({ intrinsics })
  const fuel = new Fuel(limits)
  let program: Program | undefined
  context.runtime.setMaxStackSize(limits.stack)
  context.runtime.setInterruptHandler(() => fuel.isSpent())
  context.runtime.setModuleLoader(
    (name) => furniture.modules.get(name) ?? program?.load(name) ?? { error: new Error(`no module ${name}`) },
    (base, specifier) =>
      ours.test(base) ? resolveOurs(base, specifier) : (program?.resolve(base, specifier) ?? nothing),
  )
  const harness = furnish(context, furniture.entry)
  limitMemory(context, limits.memory)
  const restore = keepState(context, engine.memory)
  return {
    run: (next) => {
      program = next
      fuel.fill()
      try {
        return runOnce({ context, harness, fuel, limits }, next)
      } catch {
        restore()
        engine.renew()
        return { kind: 'stopped', by: fuel.spentBy ?? 'stack' }
      } finally {
        restore()
      }
    },
  }
}

function limitMemory(context: QuickJSContext, bytes: number): void {
  const usage = context.dump(context.runtime.computeMemoryUsage()) as { memory_used_size: number }
  context.runtime.setMemoryLimit(usage.memory_used_size + bytes)
}

interface Running {
  readonly context: QuickJSContext
  readonly harness: Harness
  readonly fuel: Fuel
  readonly limits: Limits
}

/** Invariant: handles are not disposed, for the restored memory knows nothing of them. */
function runOnce(running: Running, program: Program): Ran {
  const { context, harness } = running
  const begun = context.callFunction(harness.begin, context.undefined, context.newString(program.context))
  if (begun.error) return failed(running, begun.error)
  const evaluated = context.evalCode(program.code, program.file, { type: 'module' })
  if (evaluated.error) return failed(running, evaluated.error)
  const stopped = runJobs(running)
  if (stopped !== undefined) return stopped
  const state = context.getPromiseState(evaluated.value)
  if (state.type === 'pending') return { kind: 'stopped', by: 'await' }
  if (state.type === 'rejected') return failed(running, state.error)
  return read(running, state.value, program.imported())
}

/** Runs the callbacks of promises until there are none. */
function runJobs({ context, ...rest }: Running): Ran | undefined {
  const { runtime } = context
  for (let ran = 0; runtime.hasPendingJob(); ran += 1000) {
    if (ran >= rest.limits.jobs) return { kind: 'stopped', by: 'promises' }
    const batch = runtime.executePendingJobs(1000)
    if (batch.error) return failed({ context, ...rest }, batch.error)
  }
  return undefined
}

function read(running: Running, namespace: QuickJSHandle, imported: readonly string[]): Ran {
  const { context, harness } = running
  const args = [namespace]
  if (imported.length > 0) {
    const text = imported.map((name, index) => `export * as n${index} from ${JSON.stringify(name)}`).join('\n')
    const others = context.evalCode(text, 'lab:imported', { type: 'module' })
    if (others.error) return failed(running, others.error)
    args.push(others.value)
  }
  context.runtime.setMaxStackSize(running.limits.stack * reading.stack)
  running.fuel.extend(reading.steps)
  const told = context.callFunction(harness.read, context.undefined, args)
  return told.error ? failed(running, told.error) : { kind: 'told', text: context.getString(told.value) }
}

function failed({ context, harness, fuel }: Running, error: QuickJSHandle): Ran {
  const by = fuel.spentBy
  if (by !== undefined) fuel.fill()
  const explained = context.callFunction(harness.explain, context.undefined, error)
  const thrown = explained.error
    ? { name: 'InternalError', message: 'out of memory', stack: '' }
    : (JSON.parse(context.getString(explained.value)) as Thrown)
  return by === undefined ? { kind: 'threw', thrown } : { kind: 'stopped', by, thrown }
}
