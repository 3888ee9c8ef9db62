import { hash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isObject, type Json } from '../../model/json.ts'
import { indexName, renderDigest, type RenderIndex } from '../../model/render-index.ts'
import type { Rendered } from '../../model/rendered.ts'

/** A folder of YAML, whole and unaltered. */
export interface Reviewed {
  readonly index: RenderIndex
  readonly rendered: readonly Rendered[]
}

/** The folder is not what was reviewed; the message says in what. Nothing of it may be applied. */
export class NotReviewed extends Error {}

const path = /^[\w-][\w.-]*\/[\w-][\w.-]*\.yaml$/

/**
 * Reads what `lab build --sealed` wrote. Threat: it came from a job that ran members' code. Every byte is bound by the digest to the
 * commit, a file more or less is as bad as another byte, and nothing but plain files is opened.
 */
export function readRendered(folder: string, commit: string, digest: string): Reviewed {
  const index = indexIn(folder)
  if (renderDigest(index) !== digest) throw new NotReviewed(`its digest is ${renderDigest(index)}, not ${digest}`)
  if (index.commit !== commit) throw new NotReviewed(`it was rendered from ${index.commit}, not ${commit}`)
  const extra = filesIn(folder).find((file) => !Object.hasOwn(index.files, file))
  if (extra !== undefined) throw new NotReviewed(`${extra} was not reviewed`)
  return {
    index,
    rendered: Object.keys(index.files).map((file) => ({ file, text: reviewedText(folder, file, index) })),
  }
}

function reviewedText(folder: string, file: string, { files }: RenderIndex): string {
  if (!path.test(file)) throw new NotReviewed(`${JSON.stringify(file)} is no name of a request`)
  const bytes = plainFile(folder, file)
  if (hash('sha256', bytes) !== files[file]) throw new NotReviewed(`${file} is not as it was reviewed`)
  return bytes.toString('utf8')
}

function indexIn(folder: string): RenderIndex {
  const index = parsed(plainFile(folder, indexName).toString('utf8'))
  if (!isIndex(index)) throw new NotReviewed(`${indexName} is not an index of version 1`)
  return index
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new NotReviewed(`${indexName} is not JSON`)
  }
}

function isIndex(value: unknown): value is RenderIndex {
  const index = value as Json
  if (!isObject(index) || index['version'] !== 1 || typeof index['commit'] !== 'string') return false
  const { broken, files } = index
  return Array.isArray(broken) && broken.every(isText) && isObject(files) && Object.values(files).every(isText)
}

function isText(value: Json): boolean {
  return typeof value === 'string'
}

function plainFile(folder: string, file: string): Buffer {
  const full = join(folder, file)
  if (lstatSync(full, { throwIfNoEntry: false })?.isFile() !== true) throw new NotReviewed(`${file} is missing`)
  return readFileSync(full)
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((file) => file !== indexName)
}
