import { wrong } from '../wrong.ts'
import type { GrantRule } from './rule.ts'

/** The file is named after what it holds, so that two grants cannot be one file, nor one be mistaken for another. */
export const inItsPlace: GrantRule = ({ pull, login, request }, { file }) => {
  const expected = `${pull}-${login}-${request}.json`
  return file === expected ? [] : [wrong('grant-misplaced', { expected }, [])]
}
