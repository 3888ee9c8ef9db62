const { getPrototypeOf, ownKeys } = Reflect
const { isArray } = Array
const { keys } = Object
const objects = Object.prototype
const lists = Array.prototype
/** Finds a getter without making the descriptor that `getOwnPropertyDescriptor` would. */
const getterOf = Reflect.get(objects, '__lookupGetter__') as (this: object, key: PropertyKey) => unknown

const mostValues = 20_000

/**
 * Whether JSON writes all of `root` as it is: plain objects and lists of text, finite numbers, truth values and null. `marks` symbols on the
 * root are overlooked. A `false` only means: look closer. Half pairs of UTF-16 units are not looked for.
 */
export function isPlain(root: object, marks: number): boolean {
  let left = mostValues
  const plainObject = (object: object, depth: number, symbols: number): boolean => {
    const names = keys(object)
    if (ownKeys(object).length !== names.length + symbols) return false
    for (let index = 0; index < names.length; index++) {
      const name = names[index] as keyof typeof object
      if (getterOf.call(object, name) !== undefined || !plainValue(object[name], depth)) return false
    }
    return true
  }
  const plainList = (list: readonly unknown[], depth: number): boolean => {
    const { length } = list
    if (ownKeys(list).length !== length + 1) return false
    for (let index = 0; index < length; index++)
      if (getterOf.call(list, index) !== undefined || !plainValue(list[index], depth)) return false
    return true
  }
  const plainValue = (value: unknown, depth: number): boolean => {
    if (typeof value === 'string' || typeof value === 'boolean') return true
    if (typeof value === 'number') return value - value === 0 && (value !== 0 || 1 / value > 0)
    return value === null || (typeof value === 'object' && plainHolder(value, depth - 1))
  }
  const plainHolder = (value: object, depth: number): boolean => {
    if (depth < 0 || (left -= 1) < 0) return false
    const prototype = getPrototypeOf(value)
    if (prototype === objects) return plainObject(value, depth, 0)
    return prototype === lists && isArray(value) && plainList(value, depth)
  }
  return getPrototypeOf(root) === objects && plainObject(root, 30, marks)
}
