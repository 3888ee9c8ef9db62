import { byText, byTicket } from './order.ts'
import { ticketOf } from './queue/held.ts'
import { kindIn, natureOf, type Key } from '../model/object-key.ts'
import type { Step } from '../model/plan.ts'

/** What is made first is what others mount. */
const kinds = ['PersistentVolumeClaim', 'ConfigMap', 'Service', 'Ingress', 'Deployment', 'Job', 'Pod']

/** By member, then as they are carried out: claims, ConfigMaps, Services, runs, then deletes; a stop before the launch that waits for it. */
export function inSequence(steps: readonly Step[]): readonly Step[] {
  const awaited = new Set(steps.flatMap(({ member, waits }) => (waits ?? []).map((key) => idOf(member, key))))
  const rank = (step: Step) => rankOf(step, awaited.has(idOf(step.member, step.key)))
  return steps.toSorted(
    (left, right) =>
      byText(left.member, right.member) ||
      rank(left) - rank(right) ||
      byPlace(left, right) ||
      byText(left.key, right.key),
  )
}

function rankOf({ operation, key, waits }: Step, isAwaited: boolean): number {
  const kind = kinds.indexOf(kindIn(key))
  const isLast = operation === 'delete' || operation === 'forget'
  if (operation === 'stop' || (isLast && isAwaited)) return kinds.indexOf('Deployment') + 0.5
  if (isLast) return 2 * kinds.length - kind
  return natureOf(key) === 'run' || waits !== undefined ? kinds.length - 0.5 : kind
}

function byPlace(left: Step, right: Step): number {
  const [one, other] = [ticketOf(left), ticketOf(right)]
  return natureOf(left.key) === 'run' && natureOf(right.key) === 'run' && one && other ? byTicket(one, other) : 0
}

function idOf(member: string, key: Key): string {
  return `${member} ${key}`
}
