import { wrong } from '../wrong.ts'
import type { GrantRule } from './rule.ts'

const dayLength = 24 * 60 * 60 * 1000

/** An exception ends within the lab's limit: seen from today, for the file does not tell its first day. */
export const notTooLong: GrantRule = ({ until }, { lab, today }) => {
  const days = Math.round((Date.parse(until) - Date.parse(today)) / dayLength)
  const limit = lab.grants.maxDays
  return days > limit ? [wrong('grant-too-long', { until, days, limit }, ['until'])] : []
}
