/** The part of a stream that tells whether people look at it. */
export interface Screen {
  readonly isTTY?: boolean
}

/**
 * Whether to write colour: `FORCE_COLOR` decides where it is set, `0` and `false` say no; then `NO_COLOR`; else only a terminal gets it.
 * Source: the order of Node's own `getColorDepth`; no-color.org.
 */
export function wantsColor(stream: Screen, env: Readonly<Record<string, string | undefined>>): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env
  if (force !== undefined) return force !== '0' && force !== 'false'
  if (no !== undefined && no !== '') return false
  return stream.isTTY === true && term !== 'dumb'
}
