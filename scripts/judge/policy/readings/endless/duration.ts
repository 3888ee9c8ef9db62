const unitSeconds: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 }

/** `90`, `1.5h`, `infinity` as seconds, as `sleep` and `timeout` read them; `undefined` where it is no such text. */
export function seconds(text: string): number | undefined {
  if (/^\+?inf(?:inity)?[smhd]?$/i.test(text)) return Infinity
  const [, digits, unit = ''] = /^\+?(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)([smhd]?)$/.exec(text) ?? []
  return digits === undefined ? undefined : Number(digits) * (unitSeconds[unit] ?? 1)
}
