import type { Request } from '../../scripts/cluster/http.ts'

/** I10: between two clusters and their memories in words, of which one was not disturbed. */
export function differences(is: readonly string[], should: readonly string[]): readonly string[] {
  return [
    ...is.filter((one) => !should.includes(one)).map((one) => `I10 an undisturbed apply ends without "${one}"`),
    ...should.filter((one) => !is.includes(one)).map((one) => `I10 an undisturbed apply ends with "${one}"`),
  ]
}

/** I11: what is answered about something of one member, but for its place in line, changes no outcome of another. */
export function othersTouched(is: readonly string[], should: readonly string[], { path }: Request): readonly string[] {
  const [, member] = /\/(?:lab\.inventory\.)?(ann|bob|cid)(?!-made)(?:-[a-z]+)?$/.exec(path) ?? []
  if (member === undefined) return []
  const ofOthers = should.filter((word) => /^(?:ann|bob|cid) /.test(word) && !word.startsWith(`${member} `))
  return ofOthers.filter((word) => !is.includes(word)).map((word) => `I11 this is the same for others: ${word}`)
}
