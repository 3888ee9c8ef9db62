import { availableParallelism } from 'node:os'
import type { Finding } from '../model/finding.ts'
import type { Day, Lab } from '../model/lab.ts'
import type { Judged } from '../model/report.ts'
import { lost } from './lost.ts'
import { startWorkers } from './pool.ts'

/** A file to validate by the name people know it by; its text is read by the worker, or given where it came from stdin. */
export interface ManifestFile {
  readonly file: string
  readonly text?: string
}

export interface ValidatedFile extends Judged {
  readonly findings: readonly Finding[]
}

export interface ValidateOptions {
  /** With a lab, its policy on single objects is judged too, on the day given. */
  readonly policy: { readonly lab: Lab; readonly today: Day } | undefined
  readonly progress: (done: number, of: number) => void
}

/** What the workers are told. */
export type ValidateSetting = NonNullable<ValidateOptions['policy']> | null

const patienceSeconds = 10
const batchSize = 64

/** Judges existing YAML or JSON: schema and API rules, in worker threads. */
export async function validateFiles(
  files: readonly ManifestFile[],
  options: ValidateOptions,
): Promise<readonly ValidatedFile[]> {
  if (files.length === 0) return []
  let done = 0
  const most = Math.min(availableParallelism(), Math.ceil(files.length / batchSize))
  await using workers = startWorkers({ worker: new URL('validate-worker.ts', import.meta.url), most, now: most })
  const texts = await workers.run<ManifestFile, string, ValidateSetting>({
    items: files,
    setting: options.policy ?? null,
    size: batchSize,
    patience: patienceSeconds,
    lost: ({ file }, failure) => JSON.stringify(lostFile(file, failure)),
    done: (items) => options.progress((done += items), files.length),
  })
  return texts.map((text) => JSON.parse(text) as ValidatedFile)
}

function lostFile(file: string, failure: string | undefined): ValidatedFile {
  return { name: file, file, objects: 0, findings: [lost(file, failure, patienceSeconds)] }
}
