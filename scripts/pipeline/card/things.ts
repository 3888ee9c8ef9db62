import { at, countAt, itemsAt, textAt } from '../../model/at.ts'
import type { DiskThing, OtherThing, RunThing, Thing } from '../../model/card.ts'
import { demandOf } from '../../model/demand-of.ts'
import { diskOf } from '../../model/disk-text.ts'
import type { Json } from '../../model/json.ts'
import type { Lab } from '../../model/lab.ts'
import { kindOf, markOf, nameOf, type Manifest } from '../../model/manifest.ts'
import { podSpecPath } from '../../model/pod-spec-path.ts'
import { cardsOf } from './card-cards.ts'

/** An object as people speak of it. For any manifest, also one that no schema passed. */
export function thingOf(manifest: Manifest, lab: Lab): Thing {
  const path = podSpecPath(kindOf(manifest))
  if (path !== undefined) return runThing(manifest, at(manifest, ...path), lab)
  return kindOf(manifest) === 'PersistentVolumeClaim' ? diskThing(manifest, lab) : otherThing(manifest)
}

/** What its owner calls it. */
function nameIn(manifest: Manifest): string {
  return markOf(manifest, 'labels', 'lab/name') ?? nameOf(manifest)
}

function runThing(manifest: Manifest, pod: Json | undefined, lab: Lab): RunThing {
  const { pods, gpus, cpu, memory } = demandOf(manifest, pod)
  const one = (amount: number): number => (pods === 0 ? amount : Math.ceil(amount / pods))
  const seconds = countAt(manifest, 'spec', 'activeDeadlineSeconds')
  const until = markOf(manifest, 'annotations', 'lab/until')
  const tasks = countAt(manifest, 'spec', 'completions')
  const is = runWord(manifest)
  return {
    is,
    name: nameIn(manifest),
    run: Number(markOf(manifest, 'annotations', 'lab/run') ?? 1),
    copies: pods,
    ...(is === 'sweep' && tasks !== undefined && { tasks }),
    gpus: one(gpus),
    ...(gpus === 0 ? { cards: [] } : cardsOf(pod, lab)),
    cpu: one(cpu),
    memory: one(memory),
    ...(seconds !== undefined && { seconds }),
    ...(until !== undefined && { until }),
    images: [...new Set(itemsAt(pod, 'containers').map((container) => imageIn(container, lab)))],
    mounts: mountsOf(pod),
  }
}

function runWord(manifest: Manifest): RunThing['is'] {
  if (kindOf(manifest) === 'Deployment') return 'service'
  if (kindOf(manifest) === 'Pod') return 'session'
  return textAt(manifest, 'spec', 'completionMode') === 'Indexed' ? 'sweep' : 'job'
}

/** A preset of the lab by its name, any other image in full. */
function imageIn(container: Json, { images }: Lab): string {
  const image = textAt(container, 'image') ?? '?'
  return Object.entries(images).find(([, preset]) => preset === image)?.[0] ?? image
}

function mountsOf(pod: Json | undefined): RunThing['mounts'] {
  const claims = new Map(
    itemsAt(pod, 'volumes').flatMap((volume) => {
      const claim = textAt(volume, 'persistentVolumeClaim', 'claimName')
      return claim === undefined ? [] : [[textAt(volume, 'name'), { claim, volume }] as const]
    }),
  )
  return itemsAt(pod, 'containers')
    .flatMap((container) => itemsAt(container, 'volumeMounts'))
    .flatMap((mount) => {
      const from = claims.get(textAt(mount, 'name'))
      if (from === undefined) return []
      const readOnly = at(mount, 'readOnly') === true || at(from.volume, 'persistentVolumeClaim', 'readOnly') === true
      return [{ path: textAt(mount, 'mountPath') ?? '?', disk: from.claim, readOnly }]
    })
}

function diskThing(manifest: Manifest, lab: Lab): DiskThing {
  const { storage: size, class: className } = diskOf(manifest, lab)
  const known = Object.entries(lab.storage).find(([, row]) => row.class === className)
  return { is: 'disk', name: nameIn(manifest), size, storage: known?.[0] ?? className }
}

const words: Readonly<Record<string, OtherThing['is']>> = {
  ConfigMap: 'files',
  Service: 'address',
  Ingress: 'web-address',
}

function otherThing(manifest: Manifest): OtherThing {
  const kind = kindOf(manifest)
  return { is: (Object.hasOwn(words, kind) ? words[kind] : undefined) ?? 'other', name: nameIn(manifest) }
}
