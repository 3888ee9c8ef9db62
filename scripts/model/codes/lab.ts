/** One request's part of a sum, as people count it: GPUs, cores, bytes, GPU-hours. */
export interface Share {
  readonly request: string
  readonly amount: number
}

/** A sum above its limit, in the unit of its code. */
export interface LabTotal {
  readonly asked: number
  readonly limit: number
  /** The request at which it is told, and those that ask for most, the largest first. */
  readonly most: readonly Share[]
  /** How many requests ask for something and do not stand in `most`. */
  readonly others: number
}

export interface MemberTotal extends LabTotal {
  readonly member: string
  /** What the first of `most` could ask for so that the sum fits. */
  readonly room: number
}

/** Two objects that want one name. `other` is where the other one stands, `users/alice/dev.ts:4`. */
interface Clash {
  readonly kind: string
  readonly name: string
  readonly other: string
}

export type Measured = 'gpus' | 'cpu' | 'memory' | 'disk' | 'gpu-hours'

/** What shows only when all requests are looked at together: totals, names taken, disks. */
export interface LabCodes {
  'owner-unknown': { login: string; near?: string }
  'owner-spelt-otherwise': { login: string; roster: string }
  'member-suspended': { login: string }

  /** `one-call`: both came out of the same call, so it was exported twice or stands in a loop. */
  'object-twice': Clash & { how: 'apart' | 'one-call' }
  'name-contested': Clash & { owner: string; rival: string; prefix: { login: string; value: string } }
  'runs-of-one-name': Clash & { otherKind: string }

  'member-gpus': MemberTotal
  'member-cpu': MemberTotal
  'member-memory': MemberTotal
  'member-disk': MemberTotal
  'member-gpu-hours': MemberTotal
  'lab-gpus': LabTotal
  'lab-cpu': LabTotal
  'lab-memory': LabTotal
  'lab-disk': LabTotal
  'lab-gpu-hours': LabTotal
  /** Of one kind of card, which has a cap of its own. */
  'lab-class': LabTotal & { resource: string }
  'class-never-fits': { resource: string; asked: number; limit: number }
  'never-fits': { what: Measured; asked: number; limit: number }
  'plan-wanted': LabTotal
  'jobs-too-many': LabTotal & { member?: string }
  'limits-not-requests': { member: string; pods: number; above: number }

  /** `member`: whose disk it would be by its name, where that is somebody else. */
  'disk-missing': { claim: string; member?: string; near?: string }
  'disk-not-shared': { claim: string; member: string; reader: string; writes: boolean }
  'disk-not-writable': { claim: string; member: string; writer: string }
  'disk-not-shareable': { claim: string; member: string; storage: string }
  /** `other` mounts it at `at`, and `others` more do. */
  'disk-in-two-runs': { claim: string; run: string; other: string; at: string; others: number; storage: string }
  /** `update`: only while a service's new version takes over from the old one. */
  'disk-in-copies': { claim: string; copies: number; during: 'run' | 'update'; storage: string }
  'disk-elsewhere': { claim: string; region: string; regions: readonly string[] }
  'disk-region-open': { claim: string; region: string }
  'disk-retires': { claim: string; on: string }

  'config-missing': { name: string; near?: string; member?: string }
  'selector-matches-nothing': { selector: Readonly<Record<string, string>> }
  'backend-missing': { service: string; near?: string }
  'host-twice': { host: string; other: string; rival?: string }
}
