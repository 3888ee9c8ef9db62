import type { Commit } from './memory.ts'
import type { Decision } from './decision.ts'
import type { GivenGrant, NewFindings } from './facts.ts'
import type { Code, Finding } from './finding.ts'
import type { Grant } from './grant.ts'
import type { JsonObject } from './json.ts'
import type { Day, ReviewLevel } from './lab.ts'
import type { Foreseen } from './plan.ts'

/** All that a comment about a pull request is made of. Plain JSON; every text in it but our own words is foreign. */
export interface Card {
  readonly pull: number
  /** The commit that was judged; absent where it could not be read. */
  readonly head?: Commit
  /** A login. */
  readonly author: string
  readonly level: ReviewLevel['level']
  readonly decision: Decision
  /** Requests whose objects change, come or go, by name; none where the change is refused, for it may be half of what was meant. */
  readonly requests: readonly RequestCard[]
  /** Sums that move or do not fit, and amounts of one request beyond a limit. */
  readonly numbers: readonly NumberRow[]
  /** What an apply would do to objects of the members concerned; nothing where the change is refused. */
  readonly foreseen: Pick<Foreseen, 'certain' | 'uncertain'>
  readonly findings: NewFindings
  /** The grants that lift something here, each once. */
  readonly inForce: readonly Grant[]
  /** Files of `grants/` that the change adds or alters. */
  readonly given: readonly GivenGrant[]
  /** What would pass without an admin; empty where nobody can tell. */
  readonly alternatives: readonly Alternative[]
  /** What an admin would grant, one for each request. */
  readonly offers: readonly GrantOffer[]
  /** Whoever may say yes, with the account where main's roster has one. */
  readonly admins: readonly { readonly login: string; readonly id?: number }[]
  /** What another house makes of main's requests. */
  readonly effect?: HouseEffect
}

/** A request as the change makes it, beside what main has. */
export interface RequestCard {
  /** `alice/dev`. */
  readonly request: string
  readonly file: string
  readonly is: 'new' | 'changed' | 'gone'
  readonly things: readonly ThingChange[]
  readonly fields: readonly FieldChange[]
  /** Its objects as YAML, values of environment variables taken out; absent where it goes. */
  readonly yaml?: string
}

/** One object before and after; one of the two is there. */
export interface ThingChange {
  readonly before?: Thing
  readonly after?: Thing
}

export type Thing = RunThing | DiskThing | OtherThing

/** What runs: amounts are those of one pod, `copies` of them at once. */
export interface RunThing {
  readonly is: 'session' | 'job' | 'sweep' | 'service'
  readonly name: string
  readonly run: number
  readonly copies: number
  /** How many runs a sweep has in all. */
  readonly tasks?: number
  readonly gpus: number
  /** Names of `lab.gpus`; none where any card would do. */
  readonly cards: readonly string[]
  /** The GB that every one of `cards` has. */
  readonly cardMemory?: number
  /** Thousandths of a core. */
  readonly cpu: number
  /** Bytes. */
  readonly memory: number
  /** Until it is ended, from its start; absent where nothing ends it. */
  readonly seconds?: number
  /** The last day of a service. */
  readonly until?: Day
  /** Presets by their names. */
  readonly images: readonly string[]
  readonly mounts: readonly { readonly path: string; readonly disk: string; readonly readOnly: boolean }[]
}

export interface DiskThing {
  readonly is: 'disk'
  readonly name: string
  /** A Kubernetes quantity. */
  readonly size: string
  /** The name in `lab.storage`, else that of the cluster's class. */
  readonly storage: string
}

/** What is neither a run nor a disk. */
export interface OtherThing {
  readonly is: 'files' | 'address' | 'web-address' | 'other'
  readonly name: string
}

/** One sum or amount; texts as people read them. */
export interface NumberRow {
  /** A login, a request or `the lab`. */
  readonly party: string
  readonly what: string
  /** Absent where main has no such number. */
  readonly now?: string
  readonly after: string
  readonly limit: string
  /** Where it does not fit: how much too much, and the rule that says so. */
  readonly over?: string
  readonly rule?: Code
}

/** One field of one object; `undefined`: it is not there. */
export interface FieldChange {
  /** `Pod/alice-dev spec.containers[main].image`. */
  readonly path: string
  readonly before?: string
  readonly after?: string
}

/** What an author could ask for instead of what a finding is about. */
export interface AlternativeCodes {
  'no-more-than': { request: string; most: number; what: 'gpus' | 'hours' | 'cores' | 'gpu-hours' | 'retries' }
  'no-larger-than': { request: string; most: string; what: 'memory' | 'disk' }
  /** Open cards in place of a closed one. */
  'other-card': { request: string; model: string; cards: readonly string[] }
  'listed-image': { request: string; image: string; images: readonly string[] }
  'without-patch': { request: string }
  'without-priority': { request: string }
  'secret-instead': { request: string; variable: string }
}

export type AlternativeCode = keyof AlternativeCodes

export type Alternative<C extends AlternativeCode = AlternativeCode> = {
  readonly [K in C]: { readonly code: K; readonly args: AlternativeCodes[K] }
}[C]

/** A grant that nobody gave yet: in whose name and why is missing. */
export type GrantOffer = Omit<Grant, 'by' | 'byId' | 'comment' | 'reason'>

/** What another house would make of main's requests. */
export interface HouseEffect {
  readonly fresh: readonly Finding[]
  readonly mended: number
  /** Requests whose bytes would change, `alice/dev`. */
  readonly altered: readonly string[]
}

/** A merged pull request: the same comment tells how it goes on. */
export interface RunCard {
  readonly pull: number
  readonly author: string
  readonly namespace: string
  /** The commit that was applied. */
  readonly commit: Commit
  readonly runs: readonly RunRow[]
}

/** A row of `schemas/lab/outcome.schema.json`, as far as a comment needs it, with what connects to it. */
export interface RunRow {
  readonly key: string
  readonly member: string
  /** `alice/dev`; absent where main asks for it no more. */
  readonly request?: string
  readonly run?: number
  /** `session dev`. */
  readonly thing: string
  readonly ending: string
  readonly what: string
  readonly fix?: string
  /** The server's own words. */
  readonly message?: string
  readonly progress?: JsonObject & { readonly is: string }
  /** When it ends at the latest. */
  readonly endsBy?: string
  /** Ports that it answers at. */
  readonly ports?: readonly number[]
}
