// Runs inside the sandbox, before anything else of ours. What it leaves is the same on every machine and at every time, and cannot be changed.

/** Everything that a request may find by name. A closed list: what a later engine brings is not there until somebody wants it. */
const kept = new Set<PropertyKey>(
  `
  globalThis undefined NaN Infinity isNaN isFinite parseFloat parseInt
  encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape
  Object Array String Number Boolean Symbol BigInt Math JSON Reflect RegExp
  Map Set WeakMap WeakSet Iterator Promise
  Error AggregateError EvalError InternalError RangeError ReferenceError SyntaxError TypeError URIError
  `.split(/\s+/),
)

const makers = [function () {}, function* () {}, async function () {}, async function* () {}]

/** Makes values and all that can be reached from them unchangeable; getters and setters are not called. What is frozen is taken as done. */
export function harden(...roots: readonly unknown[]): void {
  const open = [...roots]
  while (open.length > 0) {
    const next = open.pop()
    if ((typeof next !== 'object' && typeof next !== 'function') || next === null || Object.isFrozen(next)) continue
    Object.freeze(next)
    open.push(Reflect.getPrototypeOf(next))
    for (const key of Reflect.ownKeys(next)) {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(next, key) ?? {}
      open.push(value, get, set)
    }
  }
}

/** Objects of the engine that have no name. */
function nameless(): readonly unknown[] {
  const iterator = [][Symbol.iterator]()
  return [
    ...makers,
    iterator,
    ''[Symbol.iterator](),
    ''.matchAll(/a/g),
    new Map().entries(),
    new Set().values(),
    iterator.map((value) => value),
    Iterator.from({ next: () => ({ done: true, value: undefined }) }),
    Reflect.getOwnPropertyDescriptor(strictArguments(), 'callee')?.get,
  ]
}

function strictArguments(): object {
  return arguments
}

for (const maker of makers) Reflect.deleteProperty(Reflect.getPrototypeOf(maker) ?? {}, 'constructor')
for (const key of Reflect.ownKeys(globalThis)) if (!kept.has(key)) Reflect.deleteProperty(globalThis, key)
Math.random = () => {
  throw new ReferenceError("'Math.random' is not defined")
}
harden(globalThis, ...nameless())
