import type { Lab } from '../model/lab.ts'
import { houseHere } from './house-here.ts'

/** The lab of this checkout. Throws `UnusableHouse`. */
export async function labHere(): Promise<Lab> {
  return (await houseHere()).lab
}
