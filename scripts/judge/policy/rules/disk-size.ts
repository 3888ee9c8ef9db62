import { fault, type Fault } from '../../../model/finding.ts'
import { bytesText } from '../../../model/quantity.ts'
import { amount } from '../readings/amounts.ts'
import { claimOf, storageOf } from '../readings/claim.ts'
import { labLaw, nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** One disk, against what the lab gives and what its storage can hold. */
export const diskSize: Rule = ({ kind, manifest }, { lab }) => {
  if (kind !== 'PersistentVolumeClaim') return []
  const { className, size } = claimOf(manifest)
  const bytes = amount(size)
  const asked = bytesText(bytes)
  const path = ['spec', 'resources', 'requests', 'storage']
  const faults: Fault[] = []
  const { size: limit } = lab.caps.volume
  if (bytes > amount(limit)) faults.push(fault('disk-size', { asked, limit }, path, { law: labLaw, lift: bytes }))
  const largest = storageOf(lab, className)?.largest
  if (className !== undefined && largest !== undefined && bytes > amount(largest)) {
    const args = { asked, limit: largest, className }
    faults.push(fault('disk-too-large-for-class', args, path, { law: nrpLaw(lab.rules.storage) }))
  }
  return faults
}
