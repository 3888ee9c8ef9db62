import { scalarText } from './scalar.ts'

const begin = '# Made by `lab build` from '
const end = '. Do not edit: change that file and build again.'

/** The first line of every file we write: by it we know our own files again. */
export function headerFor(source: string): string {
  return `${begin}${scalarText(source)}${end}`
}

export function hasHeader(text: string): boolean {
  const line = text.slice(0, Math.max(0, text.indexOf('\n')))
  return line.startsWith(begin) && line.endsWith(end)
}
