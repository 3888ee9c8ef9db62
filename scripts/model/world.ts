import type { Manifest } from './manifest.ts'
import type { Digest, Inventory, Ledger, Uid } from './memory.ts'
import type { Key } from './object-key.ts'

/** Why a memory could not be used: no member's object may be touched on a guess. */
export type Unreadable = 'not-json' | 'wrong-sum' | 'other-lab' | 'other-member' | 'newer-version'

/** One ConfigMap of memory, as it was found; `version` is its resourceVersion. */
export type Reading<T> =
  | { readonly state: 'absent' }
  | { readonly state: 'unreadable'; readonly why: Unreadable; readonly version: string }
  | { readonly state: 'read'; readonly value: T; readonly version: string }

/** The marks that apply puts on an object's own annotations; they are hints, for people and operators copy them. */
export interface Marks {
  readonly lab: string
  readonly key: Key
  readonly owner: string
  /** Of a run; 1 for others. */
  readonly run: number
  /** Of the text that it was made from. */
  readonly digest?: Digest
}

/** An object of the namespace, as a list gave it. */
export interface LiveObject {
  readonly key: Key
  readonly uid: Uid
  readonly version: string
  /** All of it, `status` and `managedFields` too. */
  readonly manifest: Manifest
  /** It has a deletionTimestamp. */
  readonly deleting: boolean
  /** Some controller or operator owns it: never ours. */
  readonly owned: boolean
  readonly marks?: Marks
}

/** All that one apply reads before it decides: ledger first, then inventories, then the lists (`apply.md` 2). */
export interface World {
  readonly ledger: Reading<Ledger>
  /** By login. */
  readonly inventories: ReadonlyMap<string, Reading<Inventory>>
  readonly objects: readonly LiveObject[]
  /** Kinds whose list failed or was cut short. */
  readonly unread: readonly string[]
}
