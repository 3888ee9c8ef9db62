import type { Fault } from '../../model/finding.ts'
import type { Path } from '../../model/json.ts'
import type { Lab } from '../../model/lab.ts'
import { wrong } from '../wrong.ts'
import type { LabRule } from './rule.ts'

/** The lab's own images keep to the lab's own rules: from a registry that is allowed and alive, and pinned. */
export const images: LabRule = (lab) => [
  ...Object.entries(lab.images).flatMap(([preset, image]) => imageFaults(lab, image, ['images', preset])),
  ...imageFaults(lab, lab.defaults.cloneImage, ['defaults', 'cloneImage']),
]

function imageFaults(lab: Lab, image: string, path: Path): readonly Fault[] {
  const [registry = ''] = image.split('/')
  const dead = Object.hasOwn(lab.registries.dead, registry) ? lab.registries.dead[registry] : undefined
  const isAllowed = dead === undefined && lab.registries.allowed.some((start) => image.startsWith(start))
  const args = { image, registry, ...(dead !== undefined && { instead: dead }) }
  return [
    ...(isAllowed ? [] : [wrong('image-registry-unfit', args, path)]),
    ...(image.endsWith(':latest') ? [wrong('image-latest', { image }, path)] : []),
  ]
}
