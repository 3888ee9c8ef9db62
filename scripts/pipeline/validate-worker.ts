import { readFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { workerData } from 'node:worker_threads'
import { judgeApi } from '../judge/api/index.ts'
import { createPolicy } from '../judge/policy/index.ts'
import { judgeSchema, withoutNulls } from '../judge/schema/index.ts'
import { brokenUtf8 } from '../model/broken-utf8.ts'
import type { Fault, Finding } from '../model/finding.ts'
import { finding } from '../model/finding.ts'
import { markOf, objectId, type Manifest } from '../model/manifest.ts'
import type { Request } from '../model/request.ts'
import { readManifests } from '../read/index.ts'
import { placed } from './place.ts'
import type { Batch } from './pool.ts'
import type { ManifestFile, ValidatedFile, ValidateOptions } from './validate-files.ts'

const [, policy] = workerData as [unknown, ValidateOptions['policy']]
// A worker is ended, not exited, and would take along what it compiled.
flushCompileCache()

const judgePolicy = policy === undefined ? undefined : createPolicy(policy.lab, policy.today)

/** One batch of files, each as JSON text of a `ValidatedFile`. */
export function run({ items, beat }: Batch<ManifestFile>): readonly string[] {
  return items.map((item) => {
    Atomics.add(beat, 0, 1)
    return JSON.stringify(validateFile(item))
  })
}

function validateFile({ file, text: given }: ManifestFile): ValidatedFile {
  const text = given ?? readText(file)
  if (typeof text !== 'string') return { name: file, file, objects: 0, findings: [text] }
  const { documents, findings } = readManifests(text, file)
  const judged = documents.flatMap(({ manifest, place }) =>
    judge(manifest).map((fault) => placed(fault, place(fault.path), { object: objectId(manifest) })),
  )
  return { name: file, file, objects: documents.length, findings: [...findings, ...judged] }
}

function readText(file: string): string | Finding {
  try {
    const bytes = readFileSync(file)
    return brokenUtf8(bytes, file) ?? bytes.toString('utf8')
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return finding('file-unreadable', { why }, { file })
  }
}

function judge(manifest: Manifest): readonly Fault[] {
  const shape = judgeSchema(manifest)
  if (shape.length > 0) return shape
  const heard = withoutNulls(manifest)
  return [...judgeApi(heard), ...(judgePolicy?.(heard, requestNamedBy(heard)) ?? [])]
}

/** Existing YAML stands in nobody's folder, so the marks it bears are all there is to hold it to. */
function requestNamedBy(manifest: Manifest): Request {
  const file = markOf(manifest, 'annotations', 'lab/request') ?? '?'
  const name = file.split('/').at(-1)?.replace(/\.ts$/, '') ?? '?'
  return { owner: markOf(manifest, 'labels', 'lab/owner') ?? '?', name, file }
}
