import { wantsColor } from '../report/wants-color.ts'

const widest = 120

/** What stdout can show. */
export function page(): { readonly color: boolean; readonly width: number } {
  const { stdout, env } = process
  return { color: wantsColor(stdout, env), width: Math.min(stdout.columns ?? widest, widest) }
}
