const unseen = /[[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\n]]/gv

/** JSON on many lines, the same data, with what cannot be seen escaped, and no `##[`, which a workflow's log would obey. */
export function visibleJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
  return `${text.replace(unseen, escaped).replaceAll('##[', '#\\u0023[')}\n`
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
