import { spawn } from 'node:child_process'

export interface GitRun {
  readonly environment: Readonly<Record<string, string>>
  /** Of the whole process group: a fetch has helpers. */
  readonly seconds: number
  /** Of standard output. */
  readonly mostBytes: number
  readonly input?: string
}

/** Git ended otherwise than well: its exit code, or what we stopped it for. `said` is foreign text. */
export class GitFailure extends Error {
  readonly code: number | null
  readonly stopped: 'deadline' | 'output' | undefined
  readonly stdout: Buffer
  readonly said: string

  constructor(args: readonly string[], ended: Ended) {
    const { code, stopped, stderr } = ended
    super(`git ${args[0]}: ${stopped ?? `exit ${code}`}: ${stderr.slice(0, 500)}`)
    this.code = code
    this.stopped = stopped
    this.stdout = ended.stdout
    this.said = stderr
  }
}

interface Ended {
  readonly code: number | null
  readonly stopped: 'deadline' | 'output' | undefined
  readonly stdout: Buffer
  readonly stderr: string
}

const mostStderr = 64 * 1024

/** Runs git without a shell, in this environment and no other, and gives its standard output. Throws `GitFailure`. */
export async function runGit(args: readonly string[], run: GitRun): Promise<Buffer> {
  const ended = await ending(args, run)
  if (ended.code === 0 && ended.stopped === undefined) return ended.stdout
  throw new GitFailure(args, ended)
}

function ending(args: readonly string[], { environment, seconds, mostBytes, input }: GitRun): Promise<Ended> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>()
  const child = spawn('git', args, { env: environment, detached: true, stdio: ['pipe', 'pipe', 'pipe'] })
  let stopped: Ended['stopped']
  const stop = (why: 'deadline' | 'output'): void => {
    stopped ??= why
    if (child.pid !== undefined) killGroup(child.pid)
  }
  const deadline = setTimeout(stop, seconds * 1000, 'deadline')
  const stdout = collect(child.stdout, mostBytes, () => stop('output'))
  const stderr = collect(child.stderr, mostStderr, () => undefined)
  // What it does not read any more, it does not need.
  child.stdin.on('error', () => undefined).end(input)
  child.once('error', reject)
  child.once('close', (code) => {
    clearTimeout(deadline)
    resolve({ code, stopped, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8') })
  })
  return promise
}

/** Chunks as they come; none is kept once there are `most` bytes. */
function collect(stream: NodeJS.ReadableStream, most: number, full: () => void): readonly Buffer[] {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= most) chunks.push(chunk)
    else full()
  })
  return chunks
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It ended by itself in this moment.
  }
}
