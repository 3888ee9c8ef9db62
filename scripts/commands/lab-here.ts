import type { Lab } from '../model/lab.ts'
import { houseAt, UnusableHouse } from '../pipeline/house-at.ts'
import { houseRoot } from './house-root.ts'

/** The lab of this checkout. Throws `UnusableHouse`. */
export async function labHere(): Promise<Lab> {
  const { house, findings } = await houseAt(houseRoot)
  if (findings.some(({ severity }) => severity === 'error')) throw new UnusableHouse(findings)
  return house.lab
}
