import { parse } from 'yaml'

/** A workflow's file, as far as we read it. */
export interface Workflow {
  readonly name: string
  readonly on: Readonly<Record<string, Filters | null>>
  readonly permissions?: Permissions
  readonly concurrency?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

export type Permissions = Readonly<Record<string, string>>

export interface Filters {
  readonly types?: readonly string[]
  readonly branches?: readonly string[]
  readonly workflows?: readonly string[]
  readonly paths?: readonly string[]
  readonly [more: string]: unknown
}

export interface Job {
  readonly if?: string
  readonly uses?: string
  readonly environment?: string | { readonly name: string; readonly deployment?: boolean }
  readonly permissions?: Permissions
  readonly 'timeout-minutes'?: number
  readonly 'runs-on'?: string
  readonly steps?: readonly Step[]
  readonly [more: string]: unknown
}

export interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
  readonly [more: string]: unknown
}

/** `on: push` and `on: [push]` come as `{ push: null }`. */
export function workflowFrom(text: string): Workflow {
  const told = parse(text) as Workflow & { readonly on: unknown }
  const on: unknown = told.on
  if (typeof on === 'string') return { ...told, on: { [on]: null } }
  return Array.isArray(on) ? { ...told, on: Object.fromEntries(on.map((event: string) => [event, null])) } : told
}

export function environmentOf({ environment }: Job): string | undefined {
  return typeof environment === 'object' ? environment.name : environment
}
