import type { Pending } from '../model/codes/pending.ts'
import type { Manifest } from '../model/manifest.ts'
import { lastEvent, messageIn } from './scene.ts'

/** Why a Job has no pods: quotas and webhooks never refuse a Job, only its pods, and that shows in events alone (`apply.md` 6). */
export function whyNoPods(events: readonly Manifest[]): Pending {
  const failure = lastEvent(events, 'FailedCreate', 'SuccessfulCreate')
  const message = messageIn(failure)
  if (!message.startsWith('Error creating: ')) return { code: 'not-looked-at', args: {} }
  const refusal = message.slice('Error creating: '.length)
  return usedUp(refusal) ?? { code: 'pods-refused', args: { message: refusal } }
}

interface Use {
  readonly resource: string
  readonly asked: string
  readonly used: string
  readonly limit: string
}

/** "exceeded quota: gpus, requested: requests.nvidia.com/a100=1, used: requests.nvidia.com/a100=0, limited: requests.nvidia.com/a100=0" */
function usedUp(refusal: string): Pending | undefined {
  const [, quota = '', asked = '', used = '', limits = ''] =
    /exceeded quota: ([^,]+), requested: (.+), used: (.+), limited: (.+)$/.exec(refusal) ?? []
  const uses = amounts(limits).map(([resource, limit]): Use => ({
    resource: resource.replace(/^requests\./, ''),
    asked: amountOf(asked, resource),
    used: amountOf(used, resource),
    limit,
  }))
  const closed = uses.find(({ limit }) => limit === '0')
  if (closed !== undefined) return { code: 'quota-zero', args: { quota, resource: closed.resource } }
  const [first] = uses
  return first && { code: 'quota-used-up', args: { quota, ...first } }
}

function amountOf(list: string, resource: string): string {
  return amounts(list).find(([name]) => name === resource)?.[1] ?? '?'
}

function amounts(list: string): readonly (readonly [resource: string, amount: string])[] {
  return list.split(',').flatMap((pair) => {
    const [, resource = '', amount = ''] = /^(.+)=([^=]+)$/.exec(pair) ?? []
    return resource === '' ? [] : [[resource, amount] as const]
  })
}
