import type { SchemaError } from './validator.ts'

const unions = new Set(['anyOf', 'oneOf', 'not'])
const ofText = new Set(['pattern', 'format', 'minLength', 'maxLength', 'enum'])

/**
 * Without what only repeats another error: the branches of a union that does not hold, the frame of a condition, and what was wrong with the text of a
 * name, which ajv tells of the object that bears it.
 */
export function withoutLitany(errors: readonly SchemaError[]): readonly SchemaError[] {
  const failed = errors.filter(({ keyword }) => unions.has(keyword))
  const named = new Set(errors.filter(({ keyword }) => keyword === 'propertyNames').map((error) => error.instancePath))
  const isBranch = (error: SchemaError) =>
    failed.some((union) => union !== error && isWithin(error.instancePath, union.instancePath))
  const isOfName = ({ keyword, instancePath }: SchemaError) => ofText.has(keyword) && named.has(instancePath)
  return errors.filter((error) => error.keyword !== 'if' && !isBranch(error) && !isOfName(error))
}

function isWithin(pointer: string, other: string): boolean {
  return pointer === other || pointer.startsWith(`${other}/`)
}
