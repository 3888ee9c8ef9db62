import { fault, type Fault } from '../../../model/finding.ts'
import { isObject, type Json, type JsonObject, type Path } from '../../../model/json.ts'
import { credentialsIn } from '../readings/credentials.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** No credential is shorter. */
const shortest = 12

/** What is in Git is known to everybody with the repository, for ever. The finding says which kind and where, never what. */
export const noCredentialInText: Rule = ({ manifest }) => {
  const faults: Fault[] = []
  collect(manifest, [], faults)
  return faults
}

function collect(value: Json, trail: (string | number)[], faults: Fault[]): void {
  if (typeof value === 'string') {
    if (value.length >= shortest) judge(value, trail, faults)
  } else if (Array.isArray(value)) {
    value.forEach((item: Json, index) => step(item, index, trail, faults))
  } else if (isObject(value)) {
    const assigned = assignment(value)
    if (assigned === undefined) for (const key in value) step(value[key] ?? null, key, trail, faults)
    else judge(assigned, [...trail, 'value'], faults)
  }
}

function step(value: Json, key: string | number, trail: (string | number)[], faults: Fault[]): void {
  trail.push(key)
  collect(value, trail, faults)
  trail.pop()
}

/** Some keys are known by their name only, so a variable is read as a shell would write it. */
function assignment({ name, value }: JsonObject): string | undefined {
  return typeof name === 'string' && typeof value === 'string' ? `${name}=${value}` : undefined
}

function judge(text: string, trail: Path, faults: Fault[]): void {
  for (const kind of credentialsIn(text))
    faults.push(fault('credential-in-text', { kind }, [...trail], { law: labLaw }))
}
