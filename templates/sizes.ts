const syntax = /^\d{1,6}(\.\d{1,3})?Gi$/

/** `'16Gi'` in Gi; `undefined` for anything else. */
export function gibibytes(value: unknown): number | undefined {
  return typeof value === 'string' && syntax.test(value) && parseFloat(value) > 0 ? parseFloat(value) : undefined
}

/** Gi as Kubernetes spells it: `16Gi`, `1536Mi`; never less than was asked. */
export function sizeText(gi: number): string {
  return Number.isInteger(gi) ? `${gi}Gi` : `${Math.ceil(gi * 1024)}Mi`
}

/** Cores as Kubernetes spells them: `4`, `500m`; never less than was asked. */
export function coresText(cores: number): string {
  return Number.isInteger(cores) ? `${cores}` : `${Math.ceil(cores * 1000)}m`
}
