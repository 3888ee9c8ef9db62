import type { Lab } from '../../model/lab.ts'
import { nearest } from '../../model/nearest.ts'
import { firstOf } from './first-of.ts'
import { wrong } from '../wrong.ts'
import type { LabRule } from './rule.ts'

/** The default storage and what stands for a closed one can be had by everybody; a class has one name. */
export const storages: LabRule = (lab) => [...defaultStorage(lab), ...replacements(lab), ...twins(lab)]

const defaultStorage: LabRule = (lab) => {
  const { storage } = lab.defaults
  if (isOpen(lab, storage)) return []
  return [wrong('default-storage-unfit', { storage, ...nearOpen(lab, storage) }, ['defaults', 'storage'])]
}

const replacements: LabRule = (lab) =>
  Object.entries(lab.storage).flatMap(([storage, { instead }]) =>
    instead === undefined || isOpen(lab, instead)
      ? []
      : [wrong('instead-unfit', { storage, instead, ...nearOpen(lab, instead) }, ['storage', storage, 'instead'])],
  )

const twins: LabRule = (lab) => {
  const rows = Object.entries(lab.storage).map(([storage, row]) => ({ storage, class: row.class }))
  const first = firstOf(rows, (row) => row.class)
  return rows.flatMap((row) => {
    const other = first(row)?.storage
    return other === undefined
      ? []
      : [wrong('storage-class-twice', { ...row, other }, ['storage', row.storage, 'class'])]
  })
}

function isOpen(lab: Lab, name: string): boolean {
  return Object.hasOwn(lab.storage, name) && lab.storage[name]?.access === undefined
}

function nearOpen(lab: Lab, name: string): { near?: string } {
  const near = nearest(
    name,
    Object.keys(lab.storage).filter((other) => isOpen(lab, other)),
  )
  return near === undefined ? {} : { near }
}
