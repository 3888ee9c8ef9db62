import type { Day } from '../lab.ts'
import type { End, Time } from '../memory.ts'
import type { Unreadable } from '../world.ts'

/** What an audit can say of the cluster: closed, and each with what a sentence needs to be believed. */
export interface AuditCodes {
  /** Kinds whose list failed. */
  readonly 'lists-unread': { readonly kinds: readonly string[] }
  readonly 'ledger-unread': { readonly why: Unreadable | 'absent' }
  readonly 'memory-unread': { readonly why: Unreadable | 'missing' }
  /** Somebody wrote to a field that is ours: who, by the server's own books, and when. */
  readonly drifted: { readonly by?: string; readonly at?: Time }
  readonly 'object-missing': { readonly is: 'absent' | 'deleting' | 'another' }
  /** `released`: nobody asks for it any more. */
  readonly 'disk-vanished': { readonly storage: string; readonly since: Time; readonly released: boolean }
  readonly 'disk-replaced': { readonly storage: string; readonly since: Time }
  readonly 'disk-lost': { readonly storage: string }
  readonly 'disk-deleting': { readonly storage: string }
  readonly 'disk-changed': { readonly field: string; readonly from: string; readonly to: string }
  /** Not in use for so long, as far as is remembered, that the cluster may soon purge it. */
  readonly 'disk-unused': {
    readonly storage: string
    readonly since: Time
    readonly released: boolean
    /** Days until the cluster may purge it, at the soonest; 0: any day. */
    readonly purgeIn: number
  }
  /** Our mark for this name on an object that no memory holds. */
  readonly copy: { readonly gpus: number }
  readonly 'name-taken': { readonly by?: string }
  readonly 'gpus-unrequested': { readonly gpus: number; readonly pods: number; readonly since?: Time }
  readonly 'more-pods': { readonly declared: number; readonly holds: number }
  readonly 'past-deadline': { readonly end: Time }
  readonly 'disk-released': {
    readonly storage: string
    readonly since: Time
    readonly days: number
    readonly purgeIn: number
    /** The day on which it is to be destroyed, where an admin ordered that. */
    readonly retires?: Day
  }
  readonly 'ends-soon': { readonly at: Time; readonly gpus: number }
  readonly 'run-ended': { readonly run: number; readonly end: End; readonly at: Time }
  readonly 'suspended-by-hand': { readonly run: number }
  /** Off the roster; what is still remembered of them. */
  readonly 'member-left': { readonly live: number; readonly disks: number }
}

export type AuditCode = keyof AuditCodes

/** `unknown`: nobody could tell. `person`: somebody has to do something. `news`: good to know. */
export type AuditWeight = 'unknown' | 'person' | 'news'

export const auditWeights: Readonly<Record<AuditCode, AuditWeight>> = {
  'lists-unread': 'unknown',
  'ledger-unread': 'unknown',
  'memory-unread': 'unknown',
  drifted: 'person',
  'object-missing': 'person',
  'disk-vanished': 'person',
  'disk-replaced': 'person',
  'disk-lost': 'person',
  'disk-deleting': 'person',
  'disk-changed': 'person',
  'disk-unused': 'person',
  copy: 'person',
  'name-taken': 'person',
  'gpus-unrequested': 'person',
  'more-pods': 'person',
  'past-deadline': 'person',
  'disk-released': 'news',
  'ends-soon': 'news',
  'run-ended': 'news',
  'suspended-by-hand': 'news',
  'member-left': 'news',
}
