import type lab from '#lab/config'

type Lab = typeof lab
type Gpus = Lab['gpus']

/** Models that answer to the plain resource and run today's PyTorch: what a memory class may be met by. */
type Plain = {
  [M in keyof Gpus]: Gpus[M] extends { resource: string } | { access: string } | { old: true } ? never : M
}[keyof Gpus]

/** A card: a memory class, `24GB` (this much or more), or a model by name. */
export type Kind = `${Gpus[Plain]['memory']}GB` | keyof Gpus

/** 1 | 2 | … | N */
export type UpTo<N extends number, A extends 1[] = [], All = never> = A['length'] extends N
  ? All
  : UpTo<N, [...A, 1], All | [...A, 1]['length']>

/**
 * Count × kind: `'1x24GB'`, any one card with 24 GB or more; `'4xA100'`, four of that model. `0` is none.
 * `0` stands first: so TypeScript's messages print this name in place of all members.
 */
export type CountXGpu<Max extends number> = 0 | `${Extract<UpTo<Max>, number>}x${Kind}`

/** The keys of a record. Over a template literal, so that TypeScript's messages list them in place of this name. */
type NamesOf<T> = T extends Readonly<Record<infer K extends string, unknown>> ? `${K}` : never

/** An image of the lab's. */
export type Preset = NamesOf<Lab['images']>

/** A full image name with tag or digest. */
export type FullImage = `${string}/${string}:${string}`

/** A GitHub login out of the lab. */
export type Member = NamesOf<Lab['members']>

/** Gibibytes, `'16Gi'`. */
export type Gi = `${number}Gi`
export type Ti = `${number}Ti`

type Storages = Lab['storage']

/** Storage that anybody may ask for. */
export type Storage = NamesOf<{
  [S in keyof Storages as Storages[S] extends { access: string } ? never : S]: unknown
}>

export type SessionHours = UpTo<Lab['rules']['session']['hours']>
/** The most cards for one pod. */
export type SessionCards = Lab['rules']['session']['gpus']
export type JobCards = Lab['rules']['job']['gpus']

/** What can be mounted: what `volume`, `shared` or `readOnly` gave, or a claim written by hand. */
export interface Disk {
  readonly kind: 'PersistentVolumeClaim'
  readonly metadata: { readonly name: string }
  readonly spec?: { readonly storageClassName?: string }
  readonly readOnly?: boolean
}

/** A repository on GitHub, cloned at a branch, a tag or a full commit. */
export interface Code {
  readonly repo: `${string}/${string}`
  readonly ref: string
}

/** The last day of a service. */
export type Until = `20${number}-${number}-${number}`
