/** What people look for first: identity, then what runs. Everything else follows by the alphabet. */
const first = [
  'apiVersion',
  'kind',
  'metadata',
  'name',
  'namespace',
  'labels',
  'annotations',
  'spec',
  'image',
  'command',
  'args',
  'workingDir',
  'env',
  'envFrom',
  'ports',
  'resources',
  'volumeMounts',
]
const ranks = new Map(first.map((key, rank) => [key, rank]))

/** The one order in which keys are written, whatever order they came in; by code unit, not by the machine's language. */
export function compareKeys(a: string, b: string): number {
  return (ranks.get(a) ?? first.length) - (ranks.get(b) ?? first.length) || (a < b ? -1 : a > b ? 1 : 0)
}
