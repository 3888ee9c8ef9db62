import type { OptionCodes } from '../model/codes/options.ts'
import { fault, type Fault } from '../model/finding.ts'
import type { Path } from '../model/json.ts'
import type { StorageAccess } from '../model/lab.ts'
import { expectedWords } from './expected-words.ts'

/** How an argument of an option's code may look: a text, texts, a number, or one of some words. */
type Shape = 'text' | 'texts' | 'number' | Readonly<Record<string, true>>

type ShapesOf<A> = { readonly [K in keyof A]-?: readonly ['must' | 'may', Shape] }

const must = (shape: Shape): readonly ['must', Shape] => ['must', shape]
const may = (shape: Shape): readonly ['may', Shape] => ['may', shape]
const where = { template: must('text'), option: must('text') }

/** What each code carries. Held to the types: a code or an argument more or less does not compile. */
const shapes: { readonly [C in keyof OptionCodes]: ShapesOf<OptionCodes[C]> } = {
  'option-unknown': { ...where, near: may('text'), known: must('texts'), others: may('texts') },
  'option-missing': where,
  'option-invalid': {
    ...where,
    got: must('text'),
    expected: must(expectedWords),
    least: may('number'),
    most: may('number'),
    write: may('text'),
  },
  'option-key': {
    ...where,
    got: must('text'),
    expected: must({ path: true, variable: true } satisfies Record<OptionCodes['option-key']['expected'], true>),
    write: may('text'),
  },
  'command-words': { ...where, word: must('text'), write: may('text') },
  'option-value-unknown': { ...where, got: must('text'), near: may('text'), known: must('texts') },
  'option-over-limit': { ...where, got: must('text'), limit: must('text'), asOf: may('text'), source: may('text') },
  'variable-twice': { ...where, name: must('text'), other: must('text') },
  'storage-closed': {
    ...where,
    storage: must('text'),
    access: must({ group: true, never: true, gone: true } satisfies Record<StorageAccess, true>),
    instead: may('text'),
  },
  'patch-closed': { ...where, near: may('text'), has: may('text'), open: must('texts') },
}

const longestText = 500
const mostTexts = 200
const deepestPath = 16

/**
 * A template's faults, out of JSON text that a member may have had a hand in. Whatever is not a known code with its arguments is dropped:
 * nothing is believed because a template said it, and the judge still looks at the manifest.
 */
export function callFaultsOf(json: string): readonly Fault[] {
  const list: unknown = JSON.parse(json)
  return Array.isArray(list) ? list.flatMap((one: unknown) => faultOf(one) ?? []) : []
}

function faultOf(one: unknown): Fault | undefined {
  if (!isRecord(one) || !isPath(one['path']) || !isRecord(one['args'])) return undefined
  const code = one['code']
  if (typeof code !== 'string' || !Object.hasOwn(shapes, code)) return undefined
  const { args } = one
  const carried = Object.entries(shapes[code as keyof OptionCodes])
  const isGood = carried.every(([key, [need, shape]]) =>
    Object.hasOwn(args, key) ? fits(args[key], shape) : need === 'may',
  )
  const known: unknown = Object.fromEntries(
    carried.flatMap(([key]) => (Object.hasOwn(args, key) ? [[key, args[key]]] : [])),
  )
  return isGood ? fault(code as keyof OptionCodes, known as OptionCodes[keyof OptionCodes], one['path']) : undefined
}

function fits(value: unknown, shape: Shape): boolean {
  if (shape === 'texts')
    return Array.isArray(value) && value.length <= mostTexts && value.every((one) => fits(one, 'text'))
  if (shape === 'number') return typeof value === 'number'
  if (typeof value !== 'string') return false
  return shape === 'text' ? value.length <= longestText : Object.hasOwn(shape, value)
}

function isPath(value: unknown): value is Path {
  return Array.isArray(value) && value.length <= deepestPath && value.every(isStep)
}

function isStep(step: unknown): boolean {
  return typeof step === 'number' || fits(step, 'text')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
