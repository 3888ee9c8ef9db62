import { isEntitled } from '../entitled.ts'
import { about } from '../lab-fault.ts'
import type { View } from '../view.ts'
import { fault, type Fault } from '../../../model/finding.ts'
import type { ConfigUse } from '../../../model/footprint.ts'
import { nearest } from '../../../model/nearest.ts'
import type { LabRule } from './rule.ts'

/**
 * A run reads its own member's ConfigMaps only: nobody consents to others reading theirs, and the lab's own records are ConfigMaps too.
 * One that may be missing may be missing in Git as well, if by its name it could only be the member's own.
 */
export const configs: LabRule = (view, { lab }) =>
  view.runs.flatMap((entry) => {
    const { owner } = entry.request
    const isFine = ({ name, optional }: ConfigUse) =>
      ownersOf(view, name).includes(owner) ||
      (optional && isEntitled(lab, owner, name) && ownersOf(view, name).length === 0)
    const refused = entry.object.work?.configs.filter((use) => !isFine(use)) ?? []
    return refused.map((use) => about(entry, missing(use, view, owner)))
  })

function ownersOf(view: View, name: string): readonly string[] {
  return (view.byId.get(`ConfigMap/${name}`) ?? []).map(({ request }) => request.owner)
}

function missing({ name, path }: ConfigUse, view: View, login: string): Fault {
  const own = (view.byOwner.get(login)?.entries ?? []).filter(({ object }) => object.kind === 'ConfigMap')
  const near = nearest(
    name,
    own.map(({ object }) => object.name),
  )
  const [member] = ownersOf(view, name)
  const args = { name, ...(near !== undefined && { near }), ...(member !== undefined && { member }) }
  return fault('config-missing', args, path, { law: { by: 'lab' } })
}
