import type { Finding } from '../model/finding.ts'

/**
 * What the judge and TypeScript say, each mistake once: where both find an error on a line, the judge's stays, for it knows the number
 * and the fix. A warning of the judge's hides no error. A syntax error is told once for a file: what follows from it is noise.
 */
export function mergeTypeFindings(judged: readonly Finding[], types: readonly Finding[]): readonly Finding[] {
  const errors = judged.filter(({ severity }) => severity === 'error')
  const lines = new Set(errors.map(({ place }) => `${place.file}:${place.line}`))
  const unreadable = new Set(errors.filter(({ code }) => code === 'syntax-error').map(({ place }) => place.file))
  const news = types.filter(({ code, place }) => {
    if (code !== 'type-error') return true
    return !lines.has(`${place.file}:${place.line}`) && !unreadable.has(place.file)
  })
  return [...judged, ...news]
}
