import { at, itemsAt, textAt } from '../model/at.ts'
import type { Pending } from '../model/codes/pending.ts'
import type { Json } from '../model/json.ts'
import type { Manifest } from '../model/manifest.ts'
import { lastEvent, messageIn } from './scene.ts'

/** Why a pod that has a machine does not run; `undefined` where nothing keeps it. */
export function whyUnstarted(pod: Manifest, events: readonly Manifest[]): Pending | undefined {
  const waiting = ['initContainerStatuses', 'containerStatuses']
    .flatMap((list) => itemsAt(pod, 'status', list))
    .filter((status) => at(status, 'state', 'waiting') !== undefined)
  const kept = waiting.find((status) => !ordinary.has(reasonOf(status)))
  if (kept !== undefined) return whyKept(kept, events)
  return textAt(pod, 'status', 'phase') === 'Pending' ? whySlow(pod, events) : undefined
}

/** What every container goes through. */
const ordinary: ReadonlySet<string> = new Set(['ContainerCreating', 'PodInitializing'])

function reasonOf(status: Json): string {
  return textAt(status, 'state', 'waiting', 'reason') ?? ''
}

/** Source: kubelet `images` and `kuberuntime`: reasons of waiting containers. */
function whyKept(status: Json, events: readonly Manifest[]): Pending {
  const message = textAt(status, 'state', 'waiting', 'message') ?? ''
  const reason = reasonOf(status)
  if (/Image/.test(reason)) return whyNoImage(status, reason, message, events)
  if (reason === 'CrashLoopBackOff') return crashing(status)
  if (/Config/.test(reason)) return { code: 'settings-missing', args: { message } }
  return { code: 'unexplained', args: { message: message === '' ? reason : `${reason}: ${message}` } }
}

/** Docker Hub says "denied" of what does not exist as well: both are meant then. */
function whyNoImage(status: Json, reason: string, message: string, events: readonly Manifest[]): Pending {
  const image = textAt(status, 'image') ?? ''
  const said = `${message} ${messageIn(lastEvent(events, 'Failed'))}`
  if (/denied|unauthorized|forbidden|authentication required/i.test(said))
    return { code: 'image-forbidden', args: { image } }
  if (reason === 'InvalidImageName' || /not found|unknown|does not exist/i.test(said))
    return { code: 'image-missing', args: { image } }
  return { code: 'image-unreachable', args: { image, message: said.trim() } }
}

function crashing(status: Json): Pending {
  const restarts = at(status, 'restartCount')
  const exitCode = at(status, 'lastState', 'terminated', 'exitCode')
  return {
    code: 'crashing',
    args: {
      restarts: typeof restarts === 'number' ? restarts : 0,
      ...(typeof exitCode === 'number' && { exitCode }),
    },
  }
}

/** Disks come before images, and an image that is being fetched says so until it is there. */
function whySlow(pod: Manifest, events: readonly Manifest[]): Pending {
  const last = events.findLast((event) => steps.has(textAt(event, 'reason') ?? ''))
  const reason = textAt(last, 'reason')
  if (reason === 'FailedMount' || reason === 'FailedAttachVolume')
    return { code: 'disk-stuck', args: { message: messageIn(last) } }
  if (reason === 'Pulling') return { code: 'image-pulling', args: { image: imageOf(pod, messageIn(last)) } }
  return { code: 'starting', args: {} }
}

const steps: ReadonlySet<string> = new Set([
  'FailedMount',
  'FailedAttachVolume',
  'Pulling',
  'Pulled',
  'Created',
  'Started',
])

function imageOf(pod: Manifest, message: string): string {
  const [, named] = /image "([^"]+)"/.exec(message) ?? []
  return named ?? textAt(itemsAt(pod, 'status', 'containerStatuses')[0], 'image') ?? ''
}
