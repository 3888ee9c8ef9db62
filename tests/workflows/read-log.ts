export type JobResult = 'success' | 'failure' | 'skipped' | 'cancelled'

interface Line {
  readonly job?: string
  readonly jobID?: string
  readonly jobResult?: JobResult
  readonly msg: string
}

/** What act said, line by line: the result of each job, and the text that people would have read. A job that never began was skipped. */
export function readLog(
  output: string,
  jobs: readonly string[],
): { readonly jobs: Readonly<Record<string, JobResult>>; readonly log: string } {
  const lines = output
    .split('\n')
    .filter((line) => line !== '')
    .map(lineFrom)
  const ended = lines.flatMap(({ jobID: id, jobResult: result }) =>
    id !== undefined && result !== undefined ? [[id, result] as const] : [],
  )
  return {
    jobs: { ...Object.fromEntries(jobs.map((id) => [id, 'skipped' as const])), ...Object.fromEntries(ended) },
    log: lines.map(({ jobID: id = 'act', msg }) => `${id} | ${msg.trimEnd()}`).join('\n'),
  }
}

function lineFrom(text: string): Line {
  try {
    return JSON.parse(text) as Line
  } catch {
    return { msg: text }
  }
}
