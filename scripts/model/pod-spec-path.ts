const paths: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  Job: ['spec', 'template', 'spec'],
  Deployment: ['spec', 'template', 'spec'],
}

/** Where the spec of a workload's pods stands; `undefined` for kinds that make none. */
export function podSpecPath(kind: string): readonly string[] | undefined {
  return Object.hasOwn(paths, kind) ? paths[kind] : undefined
}
