import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core'

/** Functions of ours inside the sandbox. Invariant: made before its state is kept, so they are the same in every run. */
export interface Harness {
  readonly begin: QuickJSHandle
  readonly read: QuickJSHandle
  readonly explain: QuickJSHandle
}

/** Evaluates the module that ties the furniture together; throws where ours is broken. */
export function furnish(context: QuickJSContext, entry: string): Harness {
  const namespace = context.unwrapResult(context.evalCode(entry, 'lab:entry', { type: 'module' }))
  return {
    begin: context.getProp(namespace, 'begin'),
    read: context.getProp(namespace, 'read'),
    explain: context.getProp(namespace, 'explain'),
  }
}
