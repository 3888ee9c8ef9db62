import type { Path } from '../model/json.ts'

/**
 * From which argument a template makes which part of its manifest: `'spec.containers.0.resources.*.memory': '1.memory'`.
 * `*` is any one step. A key that holds dots itself can only be met by `*` or by what stands before it.
 */
export interface Origins {
  readonly [template: string]: { readonly [manifestPath: string]: string } | undefined
}

/** The path inside a call's arguments from which `path` of the manifest was made: the longest prefix wins, then the one with fewer `*`. */
export function argumentPath(origins: Origins, template: string, path: Path): Path | undefined {
  const rows = Object.hasOwn(origins, template) ? Object.entries(origins[template] ?? {}) : []
  const [best] = rows
    .map(([pattern, argument]) => ({ steps: pattern.split('.'), argument }))
    .filter(({ steps }) => isPrefix(steps, path))
    .toSorted((a, b) => b.steps.length - a.steps.length || stars(a.steps) - stars(b.steps))
  if (best === undefined) return undefined
  const [index, ...rest] = best.argument.split('.')
  return [Number(index), ...rest]
}

function isPrefix(steps: readonly string[], path: Path): boolean {
  return steps.length <= path.length && steps.every((step, index) => step === '*' || step === String(path[index]))
}

function stars(steps: readonly string[]): number {
  return steps.filter((step) => step === '*').length
}
