import { seconds } from './duration.ts'
import type { Endless, ProgramReading, Situation, Why, Word } from './endless.ts'

/** A pause between two commands is work; whoever pauses for longer holds cards that do nothing. NRP scores use over a quarter of an hour. */
export const longestPause = 600

/** Programs that do not end by themselves, each with what makes it end after all. */
export const programs: Readonly<Record<string, ProgramReading>> = {
  sleep: (args, situation) => sleepEndless(args, situation),
  gsleep: (args, situation) => sleepEndless(args, situation),
  pause: () => ({ command: 'pause', why: 'sleeps' }),
  tail: tailEndless,
  yes: (_, { piped }) => (piped ? undefined : { command: 'yes', why: 'repeats' }),
  cat: catEndless,
  read: (args, { fed }) => (fed || has(args, /^-\w*t/) ? undefined : { command: 'read', why: 'listens' }),
  watch: (args) => (has(args, /^-\w*[gq]|^--(?:chgexit|equexit)/) ? undefined : { command: 'watch', why: 'repeats' }),
  'nvidia-smi': nvidiaEndless,
  top: unless(/^-\w*n/, 'top', 'repeats'),
  htop: always('htop', 'repeats'),
  nvtop: always('nvtop', 'repeats'),
  nvitop: unless(/^(?:-1|--once)$/, 'nvitop', 'repeats'),
  gpustat: when(/^(?:-i|--interval|--watch)/, 'gpustat -i', 'repeats'),
  ping: unless(/^-\w*[cw]/, 'ping', 'repeats'),
  journalctl: when(/^(?:-\w*f|--follow)/, 'journalctl -f', 'follows'),
  inotifywait: when(/^(?:-\w*m|--monitor)/, 'inotifywait -m', 'follows'),
  jupyter: (args) => verb(args, 'jupyter', 'lab', 'notebook', 'server', 'console', 'hub', 'nbclassic'),
  'jupyter-lab': always('jupyter-lab', 'serves'),
  'jupyter-notebook': always('jupyter-notebook', 'serves'),
  'jupyter-server': always('jupyter-server', 'serves'),
  jupyterhub: always('jupyterhub', 'serves'),
  'start-notebook.sh': always('start-notebook.sh', 'serves'),
  'start-notebook.py': always('start-notebook.py', 'serves'),
  tensorboard: (args) => (args[0] === 'dev' ? undefined : { command: 'tensorboard', why: 'serves' }),
  'code-server': always('code-server', 'serves'),
  sshd: when(/^-\w*D/, 'sshd -D', 'serves'),
  nginx: when(/daemon\s+off/, "nginx -g 'daemon off;'", 'serves'),
  'redis-server': unless(/^--daemonize/, 'redis-server', 'serves'),
  mongod: unless(/^--fork$/, 'mongod', 'serves'),
  gunicorn: unless(/^(?:-D|--daemon|--check-config)$/, 'gunicorn', 'serves'),
  uvicorn: always('uvicorn', 'serves'),
  streamlit: (args) => verb(args, 'streamlit', 'run'),
  flask: (args) => verb(args, 'flask', 'run'),
  mlflow: (args) => verb(args, 'mlflow', 'ui', 'server'),
  ollama: (args) => verb(args, 'ollama', 'serve'),
  vllm: (args) => verb(args, 'vllm', 'serve'),
  ray: when(/^--block$/, 'ray start --block', 'serves'),
  supervisord: always('supervisord', 'serves'),
}

function sleepEndless(args: readonly Word[], { last, atMost }: Situation): Endless | undefined {
  const known = args.every((word) => word !== undefined)
  const command = known && args.length > 0 ? `sleep ${args.join(' ')}`.slice(0, 40) : 'sleep'
  if (last) return { command, why: 'ends-asleep' }
  const length = Math.min(
    atMost,
    args.reduce((sum, word) => sum + (word === undefined ? 0 : (seconds(word) ?? 0)), 0),
  )
  return length > longestPause ? { command, why: 'sleeps' } : undefined
}

function tailEndless(args: readonly Word[], { fed }: Situation): Endless | undefined {
  if (!has(args, /^(?:-\w*[fF]\w*|--follow(?:=.*)?)$/) || has(args, /^--pid/)) return undefined
  const files = args.filter(
    (word, index) => word === undefined || (!word.startsWith('-') && !/^-\w*[nc]$/.test(args[index - 1] ?? '')),
  )
  return fed && files.length === 0 ? undefined : { command: 'tail -f', why: 'follows' }
}

const endlessFiles = /^\/dev\/(?:zero|u?random|full|tty|console)$/

function catEndless(args: readonly Word[], { fed, piped }: Situation): Endless | undefined {
  const file = args.find((word) => word !== undefined && endlessFiles.test(word))
  if (file !== undefined) return piped ? undefined : { command: `cat ${file}`, why: 'repeats' }
  const files = args.filter((word) => word === undefined || !word.startsWith('-') || word === '-')
  const waits = files.every((word) => word === '-' || word === '/dev/stdin')
  return waits && !fed ? { command: 'cat', why: 'listens' } : undefined
}

function nvidiaEndless(args: readonly Word[]): Endless | undefined {
  if (has(args, /^(?:-l|--loop|-lms|--loop-ms)(?:=|\d|$)/)) return { command: 'nvidia-smi -l', why: 'repeats' }
  const monitor = args[0] === 'dmon' || args[0] === 'pmon' ? args[0] : undefined
  return monitor === undefined || has(args, /^-c/) ? undefined : { command: `nvidia-smi ${monitor}`, why: 'repeats' }
}

function has(args: readonly Word[], pattern: RegExp): boolean {
  return args.some((word) => word !== undefined && pattern.test(word))
}

function always(command: string, why: Why): ProgramReading {
  return () => ({ command, why })
}

function when(pattern: RegExp, command: string, why: Why): ProgramReading {
  return (args) => (has(args, pattern) ? { command, why } : undefined)
}

function unless(pattern: RegExp, command: string, why: Why): ProgramReading {
  return (args) => (has(args, pattern) ? undefined : { command, why })
}

/** `jupyter lab`: what follows the name decides. */
export function verb([first]: readonly Word[], program: string, ...serving: readonly string[]): Endless | undefined {
  return first !== undefined && serving.includes(first) ? { command: `${program} ${first}`, why: 'serves' } : undefined
}
