/**
 * From QuickJS's line and column to an offset in UTF-16 units: it counts columns in code points, and only `\n` ends a line.
 * `undefined` outside of the text.
 */
export function offsetAt(text: string, { line, column }: { line: number; column: number }): number | undefined {
  let offset = 0
  for (let passed = 1; passed < line; passed++) {
    offset = text.indexOf('\n', offset) + 1
    if (offset === 0) return undefined
  }
  for (let passed = 1; passed < column; passed++) {
    const character = text.codePointAt(offset)
    if (character === undefined || character === 0x0a) return undefined
    offset += character > 0xffff ? 2 : 1
  }
  return line >= 1 && column >= 1 && offset < text.length ? offset : undefined
}
