import type { Lab } from '../model/lab.ts'

/** The extended resources that machines of the cluster offer, by the lab's catalogue: what is not in it is a name that nobody has. */
export function knownResources({ gpus, rules }: Pick<Lab, 'gpus' | 'rules'>): ReadonlySet<string> {
  const special = Object.values(gpus).flatMap(({ resource }) => (resource === undefined ? [] : [resource]))
  return new Set([rules.gpus.plain, ...rules.gpus.closed, ...special])
}
