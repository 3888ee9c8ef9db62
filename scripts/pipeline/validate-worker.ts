import { readFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { judgeApi } from '../judge/api/index.ts'
import { createPolicy, type Policy } from '../judge/policy/index.ts'
import { judgeSchema, withoutNulls } from '../judge/schema/index.ts'
import { brokenUtf8 } from '../model/broken-utf8.ts'
import type { Fault, Finding } from '../model/finding.ts'
import { finding } from '../model/finding.ts'
import { markOf, objectId, type Manifest } from '../model/manifest.ts'
import type { Request } from '../model/request.ts'
import { readManifests } from '../read/index.ts'
import { placed } from './place.ts'
import type { Batch } from './pool.ts'
import { settingOf } from './setting-of.ts'
import type { ManifestFile, ValidatedFile, ValidateSetting } from './validate-files.ts'

type JudgePolicy = Policy | undefined

const policyOf = settingOf<ValidateSetting, JudgePolicy>((setting) =>
  setting === null ? undefined : createPolicy(setting.lab, setting.today),
)

// A worker is ended, not exited, and would take along what it compiled.
flushCompileCache()

/** One batch of files, each as JSON text of a `ValidatedFile`. */
export function run(batch: Batch<ManifestFile, ValidateSetting>): readonly string[] {
  const judgePolicy = policyOf(batch)
  return batch.items.map((item) => {
    Atomics.add(batch.beat, 0, 1)
    return JSON.stringify(validateFile(item, judgePolicy))
  })
}

function validateFile({ file, text: given }: ManifestFile, judgePolicy: JudgePolicy): ValidatedFile {
  const text = given ?? readText(file)
  if (typeof text !== 'string') return { name: file, file, objects: 0, findings: [text] }
  const { documents, findings } = readManifests(text, file)
  const judged = documents.flatMap(({ manifest, place }) =>
    judge(manifest, judgePolicy).map((fault) => {
      const aim = fault.code === 'field-unknown' ? 'key' : 'value'
      return placed(fault, place(fault.path, aim), { object: objectId(manifest) })
    }),
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

function judge(manifest: Manifest, judgePolicy: JudgePolicy): readonly Fault[] {
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
