import { readHouse, type HouseOptions, type ReadHouse } from '../house/index.ts'
import { judgeOwn } from '../judge/schema/judge-own.ts'
import { placeInHouse } from './place-in-house.ts'

/** The house at `root`, its own files judged by the lab's own schemas. */
export function houseAt(root: string, options: HouseOptions = {}): Promise<ReadHouse> {
  const checks = {
    lab: (value: unknown) => judgeOwn('lab', value),
    grant: (value: unknown) => judgeOwn('grant', value),
    placeOf: placeInHouse,
  }
  return readHouse(root, checks, options)
}

export { UnusableHouse } from '../house/index.ts'
