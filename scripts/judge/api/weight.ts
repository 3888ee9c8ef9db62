import { below } from './at.ts'
import { between, type Check } from './check.ts'

const percent = between(1, 100)

/** How much a wish counts. */
export const weight: Check<{ readonly weight: number }> = ({ weight: value }, at, around) =>
  percent(value, below(at, 'weight'), around)
