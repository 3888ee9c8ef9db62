/** Where progress is shown: stderr, so that results can be piped. */
export interface ProgressStream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Tells how far the work is. Cheap enough to be called for every item; the line goes away when `done` reaches `of`. */
export type Progress = (done: number, of: number) => void

const patience = 1000
const pause = 100
const wipe = '\r\u001b[K'

/** A line like `checking 120/1000`, on a terminal and only once a second has gone by; elsewhere nothing. */
export function createProgress(
  stream: ProgressStream,
  env: Readonly<Record<string, string | undefined>>,
  verb = 'checking',
): Progress {
  if (stream.isTTY !== true || env['TERM'] === 'dumb' || (env['CI'] ?? '') !== '') return () => undefined
  let due = performance.now() + patience
  let shown = false
  return (done, of) => {
    if (done >= of && shown) stream.write(wipe)
    shown &&= done < of
    if (done >= of || performance.now() < due) return
    due = performance.now() + pause
    shown = true
    stream.write(`${wipe}${verb} ${done}/${of}`)
  }
}
