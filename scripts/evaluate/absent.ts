import type { Absence } from '../model/codes/evaluate.ts'

const names: Readonly<Record<Absence, string>> = {
  machine: 'process require module exports __dirname __filename Buffer global Deno Bun os fs',
  network: 'fetch XMLHttpRequest WebSocket EventSource Request Response Headers FormData navigator',
  print: 'console print alert prompt confirm',
  clock: 'Date performance Temporal',
  timer: 'setTimeout setInterval setImmediate queueMicrotask clearTimeout clearInterval clearImmediate',
  chance: 'Math.random crypto',
  code: 'eval Function WebAssembly importScripts Worker ShadowRealm',
  locale: 'Intl',
  browser: 'window self document location URL URLSearchParams TextEncoder TextDecoder atob btoa structuredClone',
  engine:
    'Proxy WeakRef FinalizationRegistry SharedArrayBuffer Atomics ArrayBuffer DataView Int8Array Uint8Array ' +
    'Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array BigInt64Array BigUint64Array Float16Array ' +
    'Float32Array Float64Array gc',
}

const absences: ReadonlyMap<string, Absence> = new Map(
  Object.entries(names).flatMap(([why, all]) => all.split(' ').map((name) => [name, why as Absence] as const)),
)

/** What Python calls otherwise. */
export const pythonNames: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'undefined'],
  ['range', '[0, 1, 2]'],
])

/** Why a name that people know from elsewhere does not exist in a request; `undefined` for any other name. */
export function absenceOf(name: string): Absence | undefined {
  return absences.get(name)
}
