import { fault } from '../../../model/finding.ts'
import { imageName } from '../readings/image-name.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** `latest` is another program next week: a run that is repeated should be the same run. Of a dead registry only that is said. */
export const imagesPinned: Rule = ({ containers }, { lab }) =>
  containers.flatMap(({ container, path }) => {
    const name = imageName(container.image ?? '')
    if (name === undefined || name.digest !== undefined || (name.tag ?? 'latest') !== 'latest') return []
    if (Object.hasOwn(lab.registries.dead, name.host)) return []
    const args = { image: container.image ?? '', repository: name.repository }
    return [fault('image-unpinned', args, [...path, 'image'], { severity: 'warning', law: labLaw })]
  })
