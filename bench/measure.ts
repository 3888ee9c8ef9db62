import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Command {
  readonly name: string
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  /** Run before each measurement, untimed: to empty a cache, to change a file. */
  readonly before?: () => void
  /** What a healthy run exits with. */
  readonly exitCode?: number
}

/** Seconds of one run: by the clock, and of all processors together, which a busy machine changes less. */
export interface Taken {
  readonly wall: number
  readonly processor: number
}

/** Whole processes, one list per command; the commands take turns, so that a slow minute of the machine hits all of them. */
export function inTurns(commands: readonly Command[], runs: number): ReadonlyMap<string, readonly Taken[]> {
  const seconds = new Map(commands.map(({ name }) => [name, [] as Taken[]]))
  for (let run = -1; run < runs; run++) {
    for (const command of commands) {
      const taken = once(command)
      if (run >= 0) seconds.get(command.name)?.push(taken)
    }
  }
  return seconds
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function once({ name, file, args, cwd, before, exitCode = 0 }: Command): Taken {
  before?.()
  const spent = childSeconds()
  const start = performance.now()
  const { status, stderr, stdout } = spawnSync(file, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 30 })
  const end = performance.now()
  if (status !== exitCode)
    throw new Error(`${name} ended with ${status}:\n${stderr.slice(-2000)}\n${stdout.slice(-2000)}`)
  return { wall: (end - start) / 1000, processor: childSeconds() - spent }
}

/** Processor time of all children that ended so far, and of theirs; `NaN` where it cannot be told. Linux counts it in hundredths. */
function childSeconds(): number {
  if (process.platform !== 'linux') return Number.NaN
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const [user = Number.NaN, system = Number.NaN] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(13, 15)
    .map(Number)
  return (user + system) / 100
}

/** Peak resident memory in MB, summed over the process and all that it started, looked at every 10 ms. Linux only. */
export async function peakMemory({ file, args, cwd, before }: Command): Promise<number> {
  before?.()
  const child = spawn(file, args, { cwd, detached: true, stdio: 'ignore' })
  let peak = 0
  const timer = setInterval(() => (peak = Math.max(peak, groupMemory(child.pid ?? 0))), 10)
  await new Promise((done) => child.once('exit', done))
  clearInterval(timer)
  return peak / 2 ** 20
}

/** A process group's memory in bytes: proportional set size, so that shared pages count once. */
function groupMemory(group: number): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => memoryOf(pid, group))
    .reduce((sum, bytes) => sum + bytes, 0)
}

function memoryOf(pid: string, group: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const processGroup = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2])
    if (processGroup !== group) return 0
    const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
    return Number(pss ?? 0) * 1024
  } catch {
    return 0
  }
}
