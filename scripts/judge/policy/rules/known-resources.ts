import { fault } from '../../../model/finding.ts'
import { meant } from '../../../model/meant.ts'
import { resourceNames } from '../readings/gpus.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

const common = ['cpu', 'memory', 'ephemeral-storage']

/** A resource that no machine has keeps a pod waiting for ever: only those of the catalogue can be asked for. */
export const knownResources: Rule = ({ containers }, { catalogue }) =>
  containers.flatMap(({ container, path }) =>
    resourceNames(container)
      .filter(({ resource }) => !common.includes(resource) && !catalogue.byResource.has(resource))
      .map(({ resource, where }) => {
        const near = meant(resource, [...common, ...catalogue.byResource.keys()])
        const args = { resource, plain: catalogue.plain, ...(near !== undefined && { near }) }
        return fault('resource-not-here', args, [...path, 'resources', where, resource], { law: labLaw })
      }),
  )
