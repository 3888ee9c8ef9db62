import type { FormDisk } from '../../model/form.ts'
import { nearest } from '../../model/nearest.ts'
import { formFault } from './form-fault.ts'
import { answerTo, empty, fail, type Reading } from './read-fields.ts'

const sizeSyntax = /^[1-9]\d{0,5}[GT]i$/

/** Of a disk that is asked for alone. */
export function readSize(reading: Reading): string | undefined {
  const got = answerTo(reading, 'disk')
  if (got === '') return empty(reading, 'disk')
  return sizeSyntax.test(got) ? got : fail(reading, formFault('form-size', { got }))
}

/** A size, or the request with which a disk was made; nothing where nothing is kept. */
export function readDisk(reading: Reading): FormDisk | undefined {
  const got = answerTo(reading, 'disk')
  if (got === '') return undefined
  if (sizeSyntax.test(got)) return { size: got }
  if (/^\d/.test(got) && !reading.own.includes(got)) return fail(reading, formFault('form-size', { got }))
  if (reading.own.includes(got)) return { from: got }
  const near = nearest(got, reading.own)
  return fail(reading, formFault('form-disk', { got, ...(near !== undefined && { near }) }))
}
