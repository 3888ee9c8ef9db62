import { fault, type Fault, type Law } from '../../model/finding.ts'
import { pathText, type Json, type Path } from '../../model/json.ts'
import { faultOf } from './fault-of.ts'
import { withoutRenamed } from './without-renamed.ts'
import { placeOf } from './place-of.ts'
import type { SchemaTree } from './schema-at.ts'
import type { SchemaError } from './validator.ts'
import { withoutLitany } from './without-litany.ts'

/** More would not be read. */
const mostFaults = 50

/** All that a compiled schema says about a value: one fault for each wrong place, the first ones if there are very many. */
export function faultsOf(errors: readonly SchemaError[], value: Json, tree: SchemaTree, law: Law): readonly Fault[] {
  const wrong = new Map<string, { error: SchemaError; path: Path }>()
  for (const error of withoutLitany(errors)) {
    const path = placeOf(error, value)
    const text = pathText(path)
    if (!wrong.has(text)) wrong.set(text, { error, path })
  }
  const told = [...wrong.values()].slice(0, mostFaults)
  const faults = withoutRenamed(told.map(({ error, path }) => faultOf(error, { value, path, tree, law })))
  const more = wrong.size - told.length
  return more === 0 ? faults : [...faults, fault('faults-more', { more }, [], { law })]
}
