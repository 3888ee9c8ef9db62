import { execFile } from 'node:child_process'

export interface CompilerLimits {
  readonly seconds: number
  /** Of address space, of which Go reserves 1.2 GiB before it holds anything. */
  readonly memoryMiB: number
  readonly outputMiB: number
  /** Ends the run, whatever time it has left. */
  readonly signal: AbortSignal
}

/** How a run ended: with an answer, at one of the limits, or not as a compiler should. */
export type CompilerRun =
  | { readonly end: 'answered'; readonly output: string }
  | { readonly end: 'time' | 'memory' | 'messages' }
  | { readonly end: 'failed'; readonly why: string }

const found = 1
const foundAndEmitted = 2

/** Go's collector runs when so many percent have come: it is a process of seconds, with a limit of memory. */
const env = { GOGC: '400' }

/** Runs `compiler` in `cwd`, with nothing of our environment. */
export function runCompiler(
  compiler: string,
  args: readonly string[],
  cwd: string,
  limits: CompilerLimits,
): Promise<CompilerRun> {
  const [file, ...rest] = limited([compiler, ...args], limits)
  const options = {
    cwd,
    env,
    signal: limits.signal,
    timeout: limits.seconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: limits.outputMiB * 2 ** 20,
  } as const
  return new Promise((resolve) => {
    execFile(file, rest, options, (error, output, complaints) => resolve(ended(error, output, complaints)))
  })
}

/**
 * The kernel itself holds memory, and processor time for the case that we die first and cannot end what we began. The shell becomes
 * the compiler (`exec`), so that ending it ends all. Where a limit is not known (macOS, Windows) the deadline remains.
 */
function limited(command: readonly string[], { memoryMiB, seconds }: CompilerLimits): readonly [string, ...string[]] {
  if (process.platform === 'win32') return command as readonly [string, ...string[]]
  const script = 'ulimit -v "$1" 2>/dev/null; ulimit -t "$2" 2>/dev/null; shift 2; exec "$@"'
  const processorSeconds = Math.ceil(seconds) * 16
  return ['/bin/sh', '-c', script, 'sh', String(memoryMiB * 1024), String(processorSeconds), ...command]
}

type ExecError = Parameters<NonNullable<Parameters<typeof execFile>[3]>>[0]

function ended(error: ExecError, output: string, complaints: string): CompilerRun {
  if (error === null) return { end: 'answered', output }
  if ((error.code === found || error.code === foundAndEmitted) && complaints === '') return { end: 'answered', output }
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return { end: 'messages' }
  if (error.killed === true || error.name === 'AbortError' || /^SIG(KILL|XCPU)$/.test(error.signal ?? ''))
    return { end: 'time' }
  if (/out of memory|cannot allocate|new OS thread/.test(complaints)) return { end: 'memory' }
  return { end: 'failed', why: complaints.split('\n')[0] || `it ended with ${error.signal ?? error.code}` }
}
