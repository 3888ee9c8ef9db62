import type { SchemaCodes, Shape } from '../../model/codes/schema.ts'
import type { Sentences } from './sentence.ts'

type TypeArgs = SchemaCodes['field-type']

const shapeWords: Readonly<Record<Shape, string>> = {
  text: 'a text',
  number: 'a number',
  'whole number': 'a whole number',
  'true or false': '`true` or `false`',
  list: 'a list',
  object: 'an object',
  quantity: 'an amount, like `4` or `"16Gi"`',
}

export const schemaSentences = {
  'kind-unknown': ({ kind, apiVersion, near, known }) => ({
    what: `The lab has no use for the kind \`${kind}\` of \`${apiVersion}\`.`,
    fix: near === undefined ? (insteadOf(kind) ?? `Use one of ${ticked(known)}.`) : `Write \`kind: ${near}\`.`,
  }),
  'kind-version': ({ kind, apiVersion, expected }) => ({
    what: `The cluster has the kind \`${kind}\` in \`${expected}\`, not in \`${apiVersion}\`.`,
    fix: `Write \`apiVersion: ${expected}\`.`,
  }),
  'field-unknown': ({ field, near, belongs }) => ({
    what: `There is no field \`${field}\` here.`,
    fix: unknownFix(field, near, belongs),
  }),
  'field-missing': ({ field }) => ({
    what: `\`${field}\` is missing.`,
    fix: `Add \`${field}\`.`,
  }),
  'field-type': (args) => ({
    what: `${named(args.field)} must be ${shapeTexts(args.expected)}, and it is ${args.got}.`,
    fix: typeFix(args),
  }),
  'field-enum': ({ field, allowed, got, near }) => ({
    what: `${named(field)} cannot be ${got}.`,
    fix: near === undefined ? `Write ${oneOf(allowed)}.` : `Write \`${near}\`.`,
  }),
  'value-null': ({ field }) => ({
    what: `\`${field}\` has no value.`,
    fix: 'Give it a value, or remove it.',
  }),
  'value-range': ({ field, got, least, most }) => ({
    what: `${named(field)} is ${got}, ${range(least, most)}.`,
    fix: Number(got) < (least ?? 0) ? 'Write a larger number.' : 'Write a smaller number.',
  }),
  'value-format': ({ field, got, expected }) => ({
    what: `${named(field)} is ${got}, and it must be ${expected}.`,
    fix: `Write ${expected}.`,
  }),
  'faults-more': ({ more }) => ({
    what: `This object has at least ${more} more faults of this sort.`,
    fix: 'Mend the ones above first, and check again.',
  }),
} satisfies Sentences<SchemaCodes>

const instead: Readonly<Record<string, string>> = {
  CronJob: 'Use a `job(…)`, and raise its `run` to run it again.',
  DaemonSet: 'Use a `service(…)`; nothing of the lab runs on every machine.',
  ReplicaSet: 'Use a `service(…)`.',
  StatefulSet: 'Use a `service(…)` with a disk.',
}

/** What members use in place of a kind that is known from elsewhere. */
function insteadOf(kind: string): string | undefined {
  return Object.hasOwn(instead, kind) ? instead[kind] : undefined
}

function unknownFix(field: string, near: string | undefined, belongs: string | undefined): string {
  if (near !== undefined) return `Write \`${near}\`.`
  if (belongs === undefined) return `Remove \`${field}\`.`
  return belongs === '' ? `Move \`${field}\` to the top of the object.` : `Move \`${field}\` to \`${belongs}\`.`
}

/** The value to write, where it can be told from what was written. */
function typeFix({ expected, got, gotShape, holds }: TypeArgs): string {
  const [only] = expected.length === 1 ? expected : []
  const isScalar = gotShape !== 'list' && gotShape !== 'object'
  const bare = gotShape === 'text' ? got.slice(1, -1) : ''
  if (only === 'text' && isScalar) return `Put it in quotes: \`"${got}"\`.`
  if (only === 'list' && holds !== undefined) return `Write a list of objects, each with its \`${holds}\`.`
  if (only === 'list' && isScalar) return `Write it as a list: \`[${got}]\`.`
  if (only === 'object' && holds !== undefined) return `Write \`{ ${holds}: ${isScalar ? got : '…'} }\`.`
  if (only === 'true or false' && /^(true|false)$/.test(bare)) return `Write \`${bare}\` without quotes.`
  if (only === 'whole number' && /^-?\d+$/.test(bare)) return `Write \`${bare}\` without quotes.`
  return `Write ${shapeTexts(expected)}.`
}

function shapeTexts(shapes: readonly Shape[]): string {
  return shapes.map((shape) => shapeWords[shape]).join(' or ')
}

function range(least: number | undefined, most: number | undefined): string {
  if (least === undefined)
    return most === undefined ? 'more than the cluster can hold' : `and at most ${most} is allowed`
  return `and it must be ${most === undefined ? `at least ${least}` : `between ${least} and ${most}`}`
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? ticked(values) : `one of ${ticked(values)}`
}

function named(field: string): string {
  return field === '' ? 'This' : `\`${field}\``
}

function ticked(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ')
}
