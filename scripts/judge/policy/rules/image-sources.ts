import { fault, type Fault } from '../../../model/finding.ts'
import type { Path } from '../../../model/json.ts'
import type { Lab } from '../../../model/lab.ts'
import { imageName, type ImageName } from '../readings/image-name.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Images come from the lab's list or from registries that it trusts, and not from hosts that no longer answer. */
export const imageSources: Rule = ({ containers }, { lab }) =>
  containers.flatMap(({ container, path }) => {
    const image = container.image ?? ''
    return image === '' ? [] : faultsIn(image, [...path, 'image'], lab)
  })

function faultsIn(image: string, path: Path, lab: Lab): readonly Fault[] {
  const name = imageName(image)
  if (name === undefined)
    return [fault('image-malformed', { image: image.slice(0, 200) }, path, { law: { by: 'Kubernetes' } })]
  const instead = Object.hasOwn(lab.registries.dead, name.host) ? lab.registries.dead[name.host] : undefined
  if (instead !== undefined) {
    const args = { image, host: name.host, now: instead + image.slice(name.host.length) }
    return [fault('image-registry-dead', args, path, { law: { by: 'NRP' } })]
  }
  if (isListed(image, name, lab)) return []
  return [fault('image-unlisted', { image, allowed: lab.registries.allowed }, path, { law: labLaw, lift: image })]
}

function isListed(image: string, { repository }: ImageName, lab: Lab): boolean {
  if (Object.values(lab.images).includes(image)) return true
  return lab.registries.allowed.some(
    (start) => repository === start || repository.startsWith(start.endsWith('/') ? start : `${start}/`),
  )
}
