import type { House } from '../model/request.ts'
import { houseAt, UnusableHouse } from '../pipeline/house-at.ts'
import { houseRoot } from './house-root.ts'

/** The house of this checkout. Throws `UnusableHouse`. */
export async function houseHere(): Promise<House> {
  const { house, findings } = await houseAt(houseRoot)
  if (findings.some(({ severity }) => severity === 'error')) throw new UnusableHouse(findings)
  return house
}
