import { textAt } from '../model/at.ts'
import type { Pending } from '../model/codes/pending.ts'
import type { Manifest } from '../model/manifest.ts'
import { mountsOf } from '../model/mounts-of.ts'
import type { Key } from '../model/object-key.ts'
import { lastEvent, messageIn, type Scene } from './scene.ts'
import { type SchedulerWords, schedulerWords } from './scheduler-words.ts'

/** Why no machine took a pod. `known`: the resources that the cluster's machines offer, by the lab's catalogue. */
export function whyUnplaced(scene: Scene, pod: Manifest, message: string, known: ReadonlySet<string>): Pending {
  const words = schedulerWords(message)
  if (words.missingClaim !== undefined) return { code: 'disk-missing', args: { claim: words.missingClaim } }
  if (words.unbound) return whyUnbound(scene, pod)
  const unknown = [...words.short.keys()].find((resource) => resource.includes('/') && !known.has(resource))
  if (unknown !== undefined) return { code: 'resource-unknown', args: { resource: unknown } }
  return full(words) ?? outOfReach(words, pod) ?? unfit(words) ?? { code: 'unexplained', args: { message } }
}

/** Of several resources the one that fewest have: a card before cores. */
function full({ short, outOfReach: elsewhere }: SchedulerWords): Pending | undefined {
  const byScarcity = [...short].toSorted(([one], [other]) => Number(other.includes('/')) - Number(one.includes('/')))
  const [scarcest] = byScarcity
  return scarcest && { code: 'machines-full', args: { resource: scarcest[0], machines: scarcest[1], elsewhere } }
}

function outOfReach({ outOfReach: machines }: SchedulerWords, pod: Manifest): Pending | undefined {
  return machines === 0 ? undefined : { code: 'disk-region', args: { claims: claimsOf(pod), machines } }
}

function unfit({ unfit: machines, closed }: SchedulerWords): Pending | undefined {
  if (machines > 0) return { code: 'no-machine-fits', args: { machines, closed } }
  return closed.length > 0 ? { code: 'machines-closed', args: { closed } } : undefined
}

function whyUnbound(scene: Scene, pod: Manifest): Pending {
  const unbound = claimsOf(pod).flatMap((claim) => {
    const live = scene.object(`PersistentVolumeClaim/${claim}` as Key)
    return live === undefined || textAt(live.manifest, 'status', 'phase') === 'Bound' ? [] : [{ claim, uid: live.uid }]
  })
  for (const { claim, uid } of unbound) {
    const failure = lastEvent(scene.eventsOf(uid), 'ProvisioningFailed')
    if (failure !== undefined) return { code: 'disk-refused', args: { claim, message: messageIn(failure) } }
  }
  return { code: 'disk-unbound', args: { claims: unbound.map(({ claim }) => claim) } }
}

function claimsOf(pod: Manifest): readonly string[] {
  return [...new Set(mountsOf(pod['spec']).map(({ claim }) => claim))]
}
