import { fault, type Fault } from '../../../model/finding.ts'
import { bytesText } from '../../../model/quantity.ts'
import { amount, most, podAmount } from '../readings/amounts.ts'
import { gpuAsks, gpusOf } from '../readings/gpus.ts'
import { nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** A pod without a controller is for working at, not for long runs: NRP's webhook refuses a larger one, and nobody here can lift that. */
export const barePodLimits: Rule = ({ kind, containers }, { lab, catalogue }) => {
  if (kind !== 'Pod') return []
  const { session } = lab.rules
  const law = nrpLaw(session)
  const path = ['spec', 'containers', 0, 'resources', 'limits']
  const faults: Fault[] = []
  const gpus = gpusOf(containers, catalogue)
  if (gpus > session.gpus) {
    const [first] = gpuAsks(containers, catalogue)
    faults.push(fault('session-gpus', { asked: gpus, limit: session.gpus }, first?.path ?? path, { law }))
  }
  const cpu = podAmount(containers, (container) => most(container, 'cpu'))
  if (cpu > session.cpu)
    faults.push(fault('session-cpu', { asked: cpu, limit: session.cpu }, [...path, 'cpu'], { law }))
  const memory = podAmount(containers, (container) => most(container, 'memory'))
  if (memory > amount(session.memory)) {
    faults.push(
      fault('session-memory', { asked: bytesText(memory), limit: session.memory }, [...path, 'memory'], { law }),
    )
  }
  return faults
}
