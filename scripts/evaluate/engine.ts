import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import published from '@jitl/quickjs-wasmfile-release-sync'
import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core'

/** QuickJS over a memory of ours. */
export interface Engine {
  readonly quickjs: QuickJSWASMModule
  readonly memory: WebAssembly.Memory
  /**
   * A fresh instance over the same memory, in which it writes its first data: restore it before and after. Needed after a trap (V8's own stack ran out,
   * an abort): the C stack pointer is no memory, and stays astray.
   */
  readonly renew: () => void
}

/** Pages of 64 KiB: what the build declares as its least, 16 MiB, 5 of them stack. Invariant: no room to grow, so the buffer stays the same. */
const pages = 256

/** Its types promise a CommonJS module, Node gets the ES module. */
function unwrapped(module: QuickJSSyncVariant | { readonly default: QuickJSSyncVariant }): QuickJSSyncVariant {
  return 'importFFI' in module ? module : module.default
}

export async function createEngine(): Promise<Engine> {
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const variant = unwrapped(published)
  const Ffi = await variant.importFFI()
  const load = moduleLoader(await variant.importModuleLoader())
  const instances = new Instances(wasmModule())
  const emscripten = await load({ ...silent, wasmMemory: memory, instantiateWasm: instances.instantiate })
  const quickjs = await newQuickJSWASMModuleFromVariant({
    ...variant,
    importModuleLoader: async () => async () => emscripten,
  })
  const renew = (): void => {
    instances.renew()
    Object.assign(quickjs.getFFI(), new Ffi(emscripten))
  }
  return { quickjs, memory, renew }
}

/** Instances for one set of imports. The loader takes a second one as it took the first: it binds its functions anew. */
class Instances {
  readonly #wasm: WebAssembly.Module
  renew = (): void => undefined

  constructor(wasm: WebAssembly.Module) {
    this.#wasm = wasm
  }

  readonly instantiate = (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ): WebAssembly.Exports => {
    this.renew = () => done(new WebAssembly.Instance(this.#wasm, imports))
    this.renew()
    return {}
  }
}

/** What the C library would print when it aborts. */
const silent = { print: () => undefined, printErr: () => undefined }

type Loaded = Awaited<ReturnType<QuickJSSyncVariant['importModuleLoader']>>
type Load = Extract<Loaded, (...args: never[]) => unknown>

function moduleLoader(loaded: Loaded): Load {
  return typeof loaded === 'function' ? loaded : moduleLoader(loaded.default)
}

let compiled: WebAssembly.Module | undefined

function wasmModule(): WebAssembly.Module {
  const file = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm')
  return (compiled ??= new WebAssembly.Module(readFileSync(file)))
}
