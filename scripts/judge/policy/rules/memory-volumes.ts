import { fault, type Fault } from '../../../model/finding.ts'
import { bytesText } from '../../../model/quantity.ts'
import type { PodContainer } from '../../../model/workload.ts'
import { amount, most } from '../readings/amounts.ts'
import type { EmptyDir } from '../readings/empty-dirs.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Files in memory, `/dev/shm` among them, count as memory of the container that writes them: bounded, and inside what it has. */
export const memoryVolumes: Rule = ({ emptyDirs, containers }) => {
  const strange = emptyDirs.filter(({ medium }) => medium !== '' && medium !== 'Memory')
  const inMemory = emptyDirs.filter(({ medium }) => medium === 'Memory')
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
  const mounted = inMemory.filter((dir) => container.volumeMounts?.some(({ name }) => name === dir.name))
  const size = mounted.reduce((sum, dir) => sum + amount(dir.size), 0)
  const memory = most(container, 'memory')
  if (memory === 0 || size <= memory) return []
  const [largest] = mounted.toSorted((a, b) => amount(b.size) - amount(a.size))
  if (largest === undefined) return []
  const args = { container: container.name, size: bytesText(size), memory: bytesText(memory) }
  return [fault('memory-volume-large', args, [...largest.path, 'sizeLimit'], { law: labLaw })]
}
