import { fault } from '../../../model/finding.ts'
import type { Lab, StorageClass } from '../../../model/lab.ts'
import { nearest } from '../../../model/nearest.ts'
import { claimOf, storageOf } from '../readings/claim.ts'
import { labLaw, nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** A disk says where it lies: the cluster's own choice is not the lab's, and cannot be changed later. */
export const storageClasses: Rule = ({ kind, manifest }, { lab }) => {
  if (kind !== 'PersistentVolumeClaim') return []
  const { className } = claimOf(manifest)
  const path = ['spec', 'storageClassName']
  const usual = lab.storage[lab.defaults.storage]?.class ?? lab.defaults.storage
  if (className === undefined) return [fault('storage-class-missing', { usual }, path, { law: labLaw })]
  const storage = storageOf(lab, className)
  if (storage === undefined)
    return [fault('storage-class-unknown', unknown(className, usual, lab), path, { law: labLaw })]
  if (storage.access === undefined) return []
  const args = { className, access: storage.access, ...replacement(storage, lab) }
  const lift = storage.access === 'group' ? { lift: className } : {}
  return [fault('storage-class-closed', args, path, { law: nrpLaw(lab.rules.storage), ...lift })]
}

function unknown(className: string, usual: string, lab: Lab) {
  const open = Object.values(lab.storage).filter(({ access }) => access === undefined)
  return {
    className,
    near:
      nearest(
        className,
        open.map((storage) => storage.class),
      ) ?? usual,
  }
}

function replacement({ instead }: StorageClass, lab: Lab): { instead?: string; insteadClass?: string } {
  const row = instead === undefined ? undefined : lab.storage[instead]
  return instead === undefined || row === undefined ? {} : { instead, insteadClass: row.class }
}
