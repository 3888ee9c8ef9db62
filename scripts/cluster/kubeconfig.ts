import { readFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { load } from 'js-yaml'
import { at, itemsAt, textAt } from '../model/at.ts'
import { isObject, type Json, type JsonObject } from '../model/json.ts'
import { ClusterError } from './cluster-error.ts'
import { text } from './text.ts'

/** One context of a kubeconfig with what it names. */
export interface Context {
  readonly name: string
  readonly namespace?: string
  readonly cluster: Entry
  readonly user: Entry
}

/** The fields of a cluster or user, and the folder that its paths start from. */
export interface Entry {
  readonly name: string
  readonly fields: JsonObject
  readonly folder: string
}

export interface Wish {
  readonly env: NodeJS.ProcessEnv
  readonly home: string
  /** A file of its own, instead of KUBECONFIG and `~/.kube/config`. */
  readonly file?: string
  /** Instead of the current context. */
  readonly context?: string
}

/**
 * The context that kubectl would use: files of KUBECONFIG that are not there are passed over, and what is named twice is the first of
 * its name. `undefined` where there is no file at all. Throws `ClusterError`.
 */
export async function readContext(wish: Wish): Promise<Context | undefined> {
  const files = (await Promise.all(places(wish).map(readConfig))).filter((file) => file !== undefined)
  if (files.length === 0) return undefined
  const name = wish.context ?? files.map(({ config }) => text(config['current-context'])).find((one) => one !== '')
  if (name === undefined) throw new ClusterError('context-unset', { contexts: contextNames(files) })
  const { fields } = entry(files, 'context', name)
  const namespace = text(fields['namespace'])
  return {
    name,
    ...(namespace !== '' && { namespace }),
    cluster: entry(files, 'cluster', text(fields['cluster'])),
    user: entry(files, 'user', text(fields['user'])),
  }
}

/** Where a kubeconfig is looked for. */
export function places({ env, home, file }: Wish): readonly string[] {
  if (file !== undefined) return [file]
  const named = (env['KUBECONFIG'] ?? '').split(delimiter).filter((one) => one !== '')
  return named.length > 0 ? named : [join(home, '.kube', 'config')]
}

interface Config {
  readonly config: JsonObject
  readonly folder: string
}

async function readConfig(file: string): Promise<Config | undefined> {
  try {
    const config = load(await readFile(file, 'utf8')) as Json | undefined
    if (!isObject(config)) throw new Error('it holds no settings')
    return { config, folder: dirname(file) }
  } catch (error) {
    if (isAbsent(error)) return undefined
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new ClusterError('kubeconfig-unreadable', { file, reason }, { cause: error })
  }
}

type What = 'context' | 'cluster' | 'user'

function entry(files: readonly Config[], what: What, name: string): Entry {
  for (const { config, folder } of files) {
    const fields = at(
      itemsAt(config, `${what}s`).find((item) => textAt(item, 'name') === name),
      what,
    )
    if (isObject(fields)) return { name, fields, folder }
  }
  throw new ClusterError('kubeconfig-entry', { what, name })
}

function contextNames(files: readonly Config[]): readonly string[] {
  return files.flatMap(({ config }) => itemsAt(config, 'contexts').map((item) => textAt(item, 'name') ?? ''))
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
