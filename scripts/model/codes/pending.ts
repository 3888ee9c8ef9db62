/** Taints that keep a pod away, and from how many machines. */
export interface ClosedMachines {
  readonly taint: string
  readonly machines: number
}

/** Why a run does not run yet: closed, and each with what a sentence needs to be believed. */
export interface PendingCodes {
  /** Nobody has looked at it yet. */
  readonly 'not-looked-at': {}
  /** Our own gate: recorded, but not opened. */
  readonly 'gate-closed': {}
  readonly 'gate-of-others': { readonly gates: readonly string[] }
  /** `elsewhere`: machines with room where its disk cannot be. */
  readonly 'machines-full': { readonly resource: string; readonly machines: number; readonly elsewhere: number }
  readonly 'resource-unknown': { readonly resource: string }
  readonly 'no-machine-fits': { readonly machines: number; readonly closed: readonly ClosedMachines[] }
  readonly 'machines-closed': { readonly closed: readonly ClosedMachines[] }
  readonly 'quota-zero': { readonly quota: string; readonly resource: string }
  readonly 'quota-used-up': {
    readonly quota: string
    readonly resource: string
    readonly asked: string
    readonly used: string
    readonly limit: string
  }
  /** The cluster takes the Job and refuses its pods; only an event says so. */
  readonly 'pods-refused': { readonly message: string }
  readonly 'disk-missing': { readonly claim: string }
  readonly 'disk-unbound': { readonly claims: readonly string[] }
  readonly 'disk-refused': { readonly claim: string; readonly message: string }
  readonly 'disk-region': { readonly claims: readonly string[]; readonly machines: number }
  readonly 'disk-stuck': { readonly message: string }
  readonly 'image-pulling': { readonly image: string }
  readonly 'image-missing': { readonly image: string }
  readonly 'image-forbidden': { readonly image: string }
  readonly 'image-unreachable': { readonly image: string; readonly message: string }
  readonly 'settings-missing': { readonly message: string }
  readonly starting: {}
  readonly crashing: { readonly restarts: number; readonly exitCode?: number }
  readonly 'machine-lost': { readonly machine: string }
  readonly unexplained: { readonly message: string }
}

export type PendingCode = keyof PendingCodes

export type Pending = { readonly [C in PendingCode]: { readonly code: C; readonly args: PendingCodes[C] } }[PendingCode]

/** What goes on by itself, and what only a person ends. */
export const goesOn: Readonly<Record<PendingCode, boolean>> = {
  'not-looked-at': true,
  'gate-closed': true,
  'gate-of-others': false,
  'machines-full': true,
  'resource-unknown': false,
  'no-machine-fits': false,
  'machines-closed': false,
  'quota-zero': false,
  'quota-used-up': true,
  'pods-refused': false,
  'disk-missing': false,
  'disk-unbound': true,
  'disk-refused': false,
  'disk-region': false,
  'disk-stuck': true,
  'image-pulling': true,
  'image-missing': false,
  'image-forbidden': false,
  'image-unreachable': true,
  'settings-missing': false,
  starting: true,
  crashing: false,
  'machine-lost': true,
  unexplained: true,
}
