import lab from '#lab/config'
import { context } from './context.ts'
import type { Meta } from './manifests.ts'

/** Name, labels and annotations that every object carries. `marks`: more annotations, those without a value are left out. */
export function meta(
  name: string,
  marks: Readonly<Record<string, string | number | undefined>> = {},
): Meta & { namespace: string } {
  const { prefix, file } = context()
  const more = Object.entries(marks).flatMap(([key, value]) =>
    value === undefined ? [] : [[`lab/${key}`, String(value)]],
  )
  return {
    namespace: lab.namespace,
    name: `${prefix}-${name}`,
    labels: labels(name),
    annotations: { 'lab/request': file, ...Object.fromEntries(more) },
  }
}

/** On pods too: a Service finds its pods by them. */
export function labels(name: string): { 'lab/owner': string; 'lab/name': string } {
  return { 'lab/owner': context().owner, 'lab/name': name }
}
