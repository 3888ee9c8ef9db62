import type { FormFault, FormField, Purpose } from '../../model/form.ts'
import type { Lab } from '../../model/lab.ts'
import { formFault } from './form-fault.ts'
import { cardOptions, countOptions, imageOptions, noCard, type FormOption } from './form-options.ts'

/** A form that is being read; what is wrong is put into `faults`. */
export interface Reading {
  readonly purpose: Purpose
  readonly answers: ReadonlyMap<FormField, string>
  readonly lab: Lab
  /** Names of the author's requests on main. */
  readonly own: readonly string[]
  readonly faults: FormFault[]
}

const longestName = 30
/** What is added to the name of a run for the disk that is made with it. */
export const diskSuffix = '-data'

/** As the templates want it, with room for the disk's. */
export function readName(reading: Reading): string | undefined {
  const got = answerTo(reading, 'name')
  if (got === '') return empty(reading, 'name')
  const most = longestName - diskSuffix.length
  if (got.length <= most && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(got)) return got
  const write = got
    .slice(0, most)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return fail(reading, formFault('form-name', { got, most, ...(write !== '' && { write }) }))
}

/** `1x24GB`. */
export function readCards(reading: Reading): string | undefined {
  const kind = chosen(reading, 'gpu', cardOptions(reading.lab))
  const count = chosen(reading, 'count', countOptions(reading.lab))
  if (kind === undefined || kind === noCard || count === undefined) return undefined
  const { session, job } = reading.lab.rules
  const most = reading.purpose === 'job' ? job.gpus : session.gpus
  if (Number(count) <= most) return `${count}x${kind}`
  return fail(reading, formFault('form-number', { field: 'count', got: count, most, purpose: reading.purpose }))
}

/** Whole hours. */
export function readHours(reading: Reading): number | undefined {
  const got = answerTo(reading, 'hours')
  if (got === '') return empty(reading, 'hours')
  const { session, job } = reading.lab.rules
  const most = reading.purpose === 'job' ? job.hours : session.hours
  if (/^[1-9]\d{0,3}$/.test(got) && Number(got) <= most) return Number(got)
  return fail(reading, formFault('form-number', { field: 'hours', got, most, purpose: reading.purpose }))
}

export function readImage(reading: Reading): string | undefined {
  return chosen(reading, 'image', imageOptions(reading.lab))
}

/** `bob/vit@v1.2`. */
export function readCode(reading: Reading): { readonly repo: string; readonly ref: string } | undefined {
  const got = answerTo(reading, 'code')
  if (got === '') return undefined
  const [, repo, ref = 'main'] = /^([\w.-]{1,100}\/[\w.-]{1,100})(?:@(\w[\w./+-]{0,200}))?$/.exec(got) ?? []
  return repo === undefined || ref.includes('..') ? fail(reading, formFault('form-code', { got })) : { repo, ref }
}

/** So many characters are a script, which belongs into a repository. */
const longestCommand = 4000

export function readCommand(reading: Reading): string | undefined {
  if (reading.purpose !== 'job') return undefined
  const command = answerTo(reading, 'command')
  if (command === '') return empty(reading, 'command')
  if (command.length <= longestCommand) return command
  const told = { field: 'command', length: command.length, limit: longestCommand } as const
  return fail(reading, formFault('form-too-long', told))
}

export function answerTo({ answers }: Reading, field: FormField): string {
  return answers.get(field) ?? ''
}

export function empty(reading: Reading, field: FormField): undefined {
  return fail(reading, formFault('form-empty', { field, purpose: reading.purpose }))
}

export function fail({ faults }: Reading, fault: FormFault): undefined {
  faults.push(fault)
}

function chosen(reading: Reading, field: FormField, options: readonly FormOption[]): string | undefined {
  const got = answerTo(reading, field)
  if (got === '') return empty(reading, field)
  const option = options.find(({ text }) => text === got)
  return option === undefined ? fail(reading, formFault('form-option', { field, got })) : option.value
}
