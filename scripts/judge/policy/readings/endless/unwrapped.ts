import { seconds } from './duration.ts'
import type { Word } from './endless.ts'

/** A program that runs another: which of its options take a value, and how many words of its own come before the other's name. */
interface Wrapper {
  readonly valued?: string
  readonly operands?: number
  /** The word that makes it run something: `conda run`. */
  readonly verb?: string
}

const wrappers: Readonly<Record<string, Wrapper>> = {
  '!': {},
  builtin: {},
  busybox: {},
  catatonit: {},
  chrt: { valued: '-T -P -D', operands: 1 },
  command: {},
  conda: { verb: 'run', valued: '-n --name -p --prefix --cwd' },
  'dumb-init': { valued: '-r --rewrite' },
  eatmydata: {},
  env: { valued: '-u --unset -C --chdir' },
  exec: { valued: '-a' },
  flock: { valued: '-w --timeout -E', operands: 1 },
  gosu: { operands: 1 },
  ionice: { valued: '-c -n --class --classdata' },
  mamba: { verb: 'run', valued: '-n --name -p --prefix --cwd' },
  micromamba: { verb: 'run', valued: '-n --name -p --prefix --cwd' },
  nice: { valued: '-n --adjustment' },
  nohup: {},
  numactl: { valued: '-m -N -C -i -p' },
  pipenv: { verb: 'run' },
  pixi: { verb: 'run', valued: '-e --environment' },
  poetry: { verb: 'run' },
  setsid: {},
  stdbuf: { valued: '-i -o -e' },
  'su-exec': { operands: 1 },
  sudo: { valued: '-u -g' },
  taskset: { operands: 1 },
  time: { valued: '-f -o' },
  timeout: { valued: '-k --kill-after -s --signal', operands: 1 },
  tini: { valued: '-p -e' },
  toybox: {},
  unbuffer: {},
  uv: { verb: 'run', valued: '--with --python -p --project --directory' },
  xargs: { valued: '-n -P -I -L -d -E -s -a' },
  'xvfb-run': { valued: '-s -n -e' },
}

export interface Unwrapped {
  readonly words: readonly Word[]
  /** The seconds after which a `timeout` ends it. */
  readonly atMost: number
}

/** Nobody wraps deeper. */
const deepest = 20

/** The command that really runs: `env A=1 nice -n 5 timeout 1h /bin/sleep 9` is `sleep 9` for an hour. */
export function unwrapped(words: readonly Word[]): Unwrapped {
  let inner: Unwrapped = { words, atMost: Infinity }
  for (let depth = 0; depth < deepest; depth++) {
    const next = oneLess(inner)
    if (next === undefined) break
    inner = next
  }
  return inner
}

function oneLess({ words, atMost }: Unwrapped): Unwrapped | undefined {
  const program = programName(words[0])
  const wrapper = program !== undefined && Object.hasOwn(wrappers, program) ? wrappers[program] : undefined
  if (wrapper === undefined || (wrapper.verb !== undefined && words[1] !== wrapper.verb)) return undefined
  const start = afterOptions(words, wrapper)
  const limit = program === 'timeout' ? timeLimit(words[start - 1]) : Infinity
  return { words: words.slice(start), atMost: Math.min(atMost, limit) }
}

function afterOptions(words: readonly Word[], { verb, valued = '', operands = 0 }: Wrapper): number {
  const takesValue = new Set(valued.split(' '))
  let at = verb === undefined ? 1 : 2
  while (words[at]?.startsWith('-') || /^\w+=/.test(words[at] ?? '')) {
    const option = words[at] ?? ''
    at += takesValue.has(option) ? 2 : 1
    if (option === '--') break
  }
  return at + operands
}

/** `timeout 0` is no limit at all. */
function timeLimit(word: Word): number {
  const limit = word === undefined ? undefined : seconds(word)
  return limit === undefined || limit === 0 ? Infinity : limit
}

/** `sleep` of `/usr/bin/sleep`. */
export function programName(word: Word): string | undefined {
  return word?.slice(word.lastIndexOf('/') + 1)
}
