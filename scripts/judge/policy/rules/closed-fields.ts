import { fault, type Fault } from '../../../model/finding.ts'
import { isObject, pathText, type Json, type Path } from '../../../model/json.ts'
import type { Lab } from '../../../model/lab.ts'
import { digestOf } from '../readings/digest-of.ts'
import { fieldsOfKind, type Field, type Opening } from '../readings/fields.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

interface Odd {
  readonly path: Path
  readonly value: Json
  readonly opening: Exclude<Opening, 'open'>
}

/**
 * A closed world of fields. What no template writes needs an admin, however it came there; what nobody has a use for is refused by name.
 * One grant covers all unusual fields of an object as they are written: its value is their digest, so what else changes does not end it.
 */
export const closedFields: Rule = ({ manifest, kind }, { lab }) => {
  const world = fieldsOfKind.get(kind)
  if (world === undefined) return []
  const odd: Odd[] = []
  collect(manifest, world, { lab, trail: [], odd })
  if (odd.length === 0) return []
  const unusual = odd.filter(({ opening }) => opening === 'admin')
  const lift = digestOf(unusual.map(({ path, value }) => [pathText(path), value]))
  return odd.map(({ path, opening }): Fault => {
    const field = pathText(path)
    if (opening === 'closed') return fault('field-refused', { field }, path, { law: labLaw })
    return fault('field-unusual', { field }, path, { law: labLaw, lift })
  })
}

interface Walk {
  readonly lab: Lab
  readonly trail: (string | number)[]
  readonly odd: Odd[]
}

function collect(value: Json, field: Field | 'closed', walk: Walk): void {
  if (field === 'open') return
  if (Array.isArray(value)) {
    value.forEach((item: Json, index) => step(item, index, field, walk))
    return
  }
  if (typeof field === 'object' && isObject(value)) {
    for (const name in value) {
      if (value[name] !== undefined) step(value[name], name, field.byName.get(name) ?? field.other(name), walk)
    }
    return
  }
  const opening = typeof field === 'function' ? field(value, walk.lab) : field
  if (opening === 'admin' || opening === 'closed') walk.odd.push({ path: [...walk.trail], value, opening })
}

function step(value: Json, key: string | number, field: Field | 'closed', walk: Walk): void {
  walk.trail.push(key)
  collect(value, field, walk)
  walk.trail.pop()
}
