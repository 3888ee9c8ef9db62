import { styleText } from 'node:util'

export type Style = 'red' | 'green' | 'yellow' | 'blue' | 'dim' | 'underline'
export type Paint = (style: Style, text: string) => string

/** Whether colour is wanted was decided before: `wantsColor`. */
export function painter(color: boolean): Paint {
  return color ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text
}
