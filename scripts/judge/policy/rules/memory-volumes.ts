import { fault, type Fault } from '../../../model/finding.ts'
import { bytesText } from '../../../model/quantity.ts'
import type { PodContainer } from '../../../model/workload.ts'
import { amount, most } from '../readings/amounts.ts'
import { emptyDirs, type EmptyDir } from '../readings/empty-dirs.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Files in memory, `/dev/shm` among them, count as memory of the container that writes them: bounded, and inside what it has. */
export const memoryVolumes: Rule = ({ pod, containers }) => {
  if (pod === undefined) return []
  const dirs = emptyDirs(pod)
  const strange = dirs.filter(({ medium }) => medium !== '' && medium !== 'Memory')
  const inMemory = dirs.filter(({ medium }) => medium === 'Memory')
  if (inMemory.length === 0 && strange.length === 0) return []
  return [
    ...strange.map(({ medium, path }) => fault('volume-medium', { medium }, [...path, 'medium'], { law: labLaw })),
    ...inMemory
      .filter(({ size }) => size === undefined)
      .map(({ name, path }) =>
        fault('memory-volume-unbounded', { volume: name }, [...path, 'sizeLimit'], { law: labLaw }),
      ),
    ...containers.flatMap((each) => tooLarge(each, inMemory)),
  ]
}

function tooLarge({ container }: PodContainer, inMemory: readonly EmptyDir[]): readonly Fault[] {
  const names = new Set(container.volumeMounts?.map(({ name }) => name))
  const mounted = inMemory.filter(({ name }) => names.has(name))
  const [largest] = mounted.toSorted((a, b) => amount(b.size) - amount(a.size))
  const size = mounted.reduce((sum, dir) => sum + amount(dir.size), 0)
  const memory = most(container, 'memory')
  if (largest === undefined || memory === 0 || size <= memory) return []
  const args = { container: container.name, size: bytesText(size), memory: bytesText(memory) }
  return [fault('memory-volume-large', args, [...largest.path, 'sizeLimit'], { law: labLaw })]
}
