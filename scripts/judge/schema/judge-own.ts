import { validators } from '../../../schemas/lab/validators.mjs'
import type { Fault } from '../../model/finding.ts'
import type { Json } from '../../model/json.ts'
import { faultsOf } from './faults-of.ts'
import { schemaFiles } from './schema-files.ts'

const files = schemaFiles('lab')

/** What the lab's own schema `name` (`lab`, `grant`) refuses about a value. Throws where there is no such schema: our fault, not the value's. */
export function judgeOwn(name: string, value: unknown): readonly Fault[] {
  const validate = validators[name]
  if (!validate) throw new Error(`there is no schema schemas/lab/${name}.schema.json`)
  if (validate(value)) return []
  return faultsOf(validate.errors ?? [], value as Json, files(`${name}.schema.json`), { by: 'lab' })
}
