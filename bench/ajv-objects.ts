/** `node ajv-objects.ts FILE`: the floor: ajv alone, compiled ahead of time, on every object of the list. */
import { readFileSync } from 'node:fs'
import { validators } from '../schemas/kubernetes/1.33/validators.mjs'

const objects = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as readonly Record<string, unknown>[]
const bad = objects.filter(
  (object) => !validators[`${String(object['apiVersion'])}/${String(object['kind'])}`]?.(object),
)
if (bad.length > 0) throw new Error(`${bad.length} objects do not pass`)
