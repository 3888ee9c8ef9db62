import { pathsOf } from '../paths-of.ts'
import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** The house is made of files, some of them programs; a link or another repository would be what no reviewer has read. */
export const plainHouse: Rule = (facts) =>
  pathsOf(facts).flatMap(({ path, after }) =>
    after === undefined || after.mode.startsWith('100')
      ? []
      : [reason('refuse', 'not-plain', { path, mode: after.mode })],
  )
