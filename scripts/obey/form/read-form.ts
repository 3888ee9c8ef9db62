import { formLabels, type FormAnswers, type FormFault, type FormField, type Purpose } from '../../model/form.ts'
import type { Lab } from '../../model/lab.ts'
import { formFault } from './form-fault.ts'
import { purposes } from './form-options.ts'
import { readDisk, readSize } from './read-disk.ts'
import { readCards, readCode, readCommand, readHours, readImage, readName, type Reading } from './read-fields.ts'
import { sectionsOf } from './sections.ts'

export type ReadForm = { readonly answers: FormAnswers } | { readonly faults: readonly FormFault[] }

/** Longer texts were not written by anybody who fills in a form. */
const longestBody = 64 * 1024

/**
 * The body of an issue that the form made, perhaps edited since: GitHub asks for required answers in public repositories only, and holds
 * nobody to the lists afterwards. All that is wrong is said at once. `own`: names of the author's requests on main.
 */
export function readForm(body: string, lab: Lab, own: readonly string[]): ReadForm {
  const { answers, twice } = sectionsOf(body.slice(0, longestBody))
  const missing = (Object.keys(formLabels) as FormField[]).filter((field) => !answers.has(field))
  if (missing.length > 0) return { faults: [formFault('form-not-whole', { missing })] }
  if (twice.length > 0) return { faults: twice.map((field) => formFault('form-heading-twice', { field })) }
  const asked = answers.get('purpose') ?? ''
  const purpose = purposes.find(({ text }) => text === asked)?.value
  if (purpose === undefined) return { faults: [formFault('form-option', { field: 'purpose', got: asked })] }
  return readAnswers({ purpose, answers, lab, own, faults: [] })
}

function readAnswers(reading: Reading & { readonly purpose: Purpose }): ReadForm {
  const answers = reading.purpose === 'disk' ? disk(reading) : run({ ...reading, purpose: reading.purpose })
  return answers === undefined || reading.faults.length > 0 ? { faults: reading.faults } : { answers }
}

function disk(reading: Reading): FormAnswers | undefined {
  const [name, size] = [readName(reading), readSize(reading)]
  return name === undefined || size === undefined ? undefined : { purpose: 'disk', name, size }
}

function run(reading: Reading & { readonly purpose: Exclude<Purpose, 'disk'> }): FormAnswers | undefined {
  const { purpose } = reading
  const name = readName(reading)
  const gpu = readCards(reading)
  const hours = readHours(reading)
  const image = readImage(reading)
  const mounted = readDisk(reading)
  const code = readCode(reading)
  const command = readCommand(reading)
  if (name === undefined || hours === undefined || image === undefined) return undefined
  const optional = {
    ...(gpu && { gpu }),
    ...(mounted && { disk: mounted }),
    ...(code && { code }),
    ...(command && { command }),
  }
  return { purpose, name, hours, image, ...optional }
}
