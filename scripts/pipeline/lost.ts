import { finding, type Finding } from '../model/finding.ts'

/** What is said of a file whose worker stalled or failed: nobody knows yet whether it is right. */
export function lost(file: string, failure: string | undefined, seconds: number): Finding {
  if (failure === undefined) return finding('took-too-long', { seconds }, { file })
  return finding('could-not-tell', { what: `whether ${file} is right`, why: failure.slice(0, 300) }, { file })
}
