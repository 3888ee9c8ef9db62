import { fault } from '../../../model/finding.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Without a command an image runs what its makers thought of, often a server: whether that ends, nobody can read here. */
export const jobsSayWhatRuns: Rule = ({ kind, containers }) => {
  if (kind !== 'Job') return []
  return containers
    .filter(({ container: { command = [], args = [] } }) => command.length + args.length === 0)
    .map(({ container, path }) => {
      const image = container.image ?? ''
      return fault('command-missing', { container: container.name, image }, [...path, 'command'], {
        law: labLaw,
        lift: image,
      })
    })
}
