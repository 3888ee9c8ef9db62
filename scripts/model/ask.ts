import type { JsonObject } from './json.ts'
import type { Manifest } from './manifest.ts'
import type { Uid } from './memory.ts'
import type { Key } from './object-key.ts'

/**
 * Everything apply can ever ask of the API server. Law 1 of `apply.md` is in the types: a create can only create, a change and a
 * delete name a UID, a write to memory names a resourceVersion. Each may therefore arrive late, or twice.
 */
export type Ask =
  /** POST; `dryRun` asks only. */
  | { readonly do: 'create'; readonly manifest: Manifest; readonly dryRun?: true }
  /** Server-side apply that can only create: `metadata.resourceVersion: "1"`. */
  | { readonly do: 'apply-new'; readonly manifest: Manifest; readonly dryRun?: true }
  /** Server-side apply on this UID; `force` only for `--take-back`. */
  | {
      readonly do: 'apply'
      readonly manifest: Manifest
      readonly uid: Uid
      readonly dryRun?: true
      readonly force?: true
    }
  /** Merge patch on this UID. */
  | { readonly do: 'patch'; readonly key: Key; readonly uid: Uid; readonly patch: JsonObject; readonly dryRun?: true }
  /** Foreground delete of this UID; with `version` (its resourceVersion) only as it was read. */
  | { readonly do: 'delete'; readonly key: Key; readonly uid: Uid; readonly version?: string }
  | { readonly do: 'get'; readonly key: Key }
  /** Memory: POST without `version`, else PUT on it. */
  | { readonly do: 'remember'; readonly name: string; readonly text: string; readonly version?: string }

/** What the server said, in the classes of `apply.md` 6. Patience with 429, 503 and broken connections was had before. */
export type Answer =
  | { readonly said: 'done'; readonly object: Manifest }
  /** 409 AlreadyExists. */
  | { readonly said: 'exists' }
  /** 409 Conflict, 422 on `metadata.uid`, 404 on a change, 409 on a delete for its version: the world moved. */
  | { readonly said: 'moved' }
  /** 404 on a get or delete, 409 on a delete for its UID: that UID is gone. */
  | { readonly said: 'gone' }
  /** 409 with cause FieldManagerConflict. */
  | {
      readonly said: 'contested'
      readonly manager: string
      readonly fields: readonly string[]
      readonly message: string
    }
  /** 403 exceeded quota. */
  | { readonly said: 'quota'; readonly message: string }
  /** 4xx for what was asked: validation, a policy, a webhook. */
  | { readonly said: 'rejected'; readonly message: string; readonly fields: readonly string[] }
  /** 401, or 403 for want of rights: our fault; nothing more may be sent. */
  | { readonly said: 'not-allowed'; readonly message: string }
  /** No answer: it may or may not have happened, or happen yet. */
  | { readonly said: 'unknown'; readonly message: string }
  /** Never sent: the apply had stopped before. */
  | { readonly said: 'not-sent' }
