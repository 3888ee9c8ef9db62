const { getOwnPropertyDescriptor, getPrototypeOf } = Reflect

/** The value of an own property that holds data; a getter is not called. */
export function dataOf(holder: unknown, key: PropertyKey): unknown {
  return isHolder(holder) ? getOwnPropertyDescriptor(holder, key)?.value : undefined
}

/** The same, the prototypes included. */
export function inheritedDataOf(holder: unknown, key: PropertyKey): unknown {
  for (let at = holder; isHolder(at); at = getPrototypeOf(at)) {
    const found = getOwnPropertyDescriptor(at, key)
    if (found !== undefined) return found.value
  }
  return undefined
}

/** The class that made an object, as far as plain data tell. */
export function classOf(instance: object): string {
  const name = dataOf(inheritedDataOf(instance, 'constructor'), 'name')
  return typeof name === 'string' && name !== '' ? name.slice(0, 60) : 'class'
}

function isHolder(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}
