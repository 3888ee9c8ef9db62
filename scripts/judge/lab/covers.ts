import type { Grant } from '../../model/grant.ts'

/** Whether a grant lifts this code up to this value: numbers are limits, texts must be equal. Its days are another matter. */
export function covers(grant: Grant, code: string, lift: number | string | undefined): boolean {
  return grant.lifts.some((given) => {
    if (given.code !== code) return false
    if (typeof lift === 'number') return typeof given.value === 'number' && given.value >= lift
    return lift !== undefined && given.value === lift
  })
}
