import { nanos } from '../../model/quantity.ts'
import { none, refuse, type Check } from './check.ts'

/** In JSON a quantity may be a number too. */
export type Amount = string | number

/** A quantity that the server can read, and not below nothing. */
export const quantity: Check<Amount> = (value, at) => {
  const amount = nanos(value)
  if (amount === undefined) return refuse('quantity-invalid', { value: String(value) }, at)
  return amount < 0n ? refuse('quantity-negative', { value: String(value) }, at) : none
}

/** A quantity of something that must be there. */
export const positiveQuantity: Check<Amount> = (value, at, around) =>
  nanos(value) === 0n ? refuse('quantity-zero', { value: String(value) }, at) : quantity(value, at, around)
