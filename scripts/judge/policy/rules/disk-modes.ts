import { fault } from '../../../model/finding.ts'
import { claimOf, storageOf } from '../readings/claim.ts'
import { nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

const oneMachine = ['ReadWriteOnce']
const many = ['ReadWriteMany', 'ReadWriteOnce', 'ReadOnlyMany']

/** A disk asked for in a mode that its storage does not have is never made. */
export const diskModes: Rule = ({ kind, manifest }, { lab }) => {
  if (kind !== 'PersistentVolumeClaim') return []
  const { className, modes } = claimOf(manifest)
  const storage = storageOf(lab, className)
  if (storage === undefined) return []
  const able = storage.shared ? many : oneMachine
  const path = ['spec', 'accessModes']
  return modes.flatMap((mode, index) =>
    able.includes(mode)
      ? []
      : [
          fault('disk-mode', { mode, className: storage.class, right: able[0] ?? mode }, [...path, index], {
            law: nrpLaw(lab.rules.storage),
          }),
        ],
  )
}
