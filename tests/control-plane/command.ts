/** `npm run cluster`: a cluster for the shell beside this one, until Ctrl-C or `npm run cluster -- --stop`. */
import { once } from 'node:events'
import { join } from 'node:path'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { orphaned } from './orphaned.ts'
import { shellWord } from './shell-word.ts'
import { startCluster } from './start-cluster.ts'
import { stopAsked, stopRunning } from './stop.ts'

interface Options {
  readonly stop?: true | string
  readonly hour: number
  readonly jobs: number
}

const command = new Command('npm run cluster --')
  .description('a small Nautilus on this machine: the real Kubernetes servers, and machines that only pretend')
  .option('--stop [name]', 'end the one that runs, or of several the one with this name')
  .option('--hour <seconds>', 'what an hour takes here, of the six after which Nautilus ends a session', seconds, 3600)
  .option('--jobs <seconds>', 'how long a Job runs before it succeeds by itself', seconds, 60)
  .showHelpAfterError()
  .exitOverride()
  .action(async ({ stop, ...options }: Options) => {
    if (stop === undefined) await run(options)
    else process.exitCode = await stopRunning(stop === true ? undefined : stop, say)
  })

try {
  await command.parseAsync()
} catch (error) {
  const isUsage = error instanceof CommanderError
  if (!isUsage) say(error instanceof Error ? error.message : String(error))
  process.exitCode = isUsage ? (error.exitCode === 0 ? 0 : 2) : 1
}

/** One line to stdout, ready to be pasted; the rest is talk. */
async function run(options: Omit<Options, 'stop'>): Promise<void> {
  const before = performance.now()
  await using cluster = await startCluster(options)
  const { folder } = cluster
  const ends = [stopAsked(folder), signalled(), orphaned()]
  say(`A small Nautilus is ready after ${((performance.now() - before) / 1000).toFixed(1)} s, and runs until Ctrl-C`)
  say('or `npm run cluster -- --stop`. This line points a shell at it, as an admin of the lab:\n')
  process.stdout.write(
    `export KUBECONFIG=${shellWord(join(folder, 'kubeconfig'))} PATH=${shellWord(join(folder, 'bin'))}:$PATH\n`,
  )
  say('\nOther users are contexts: `kubectl --context member …`, `kubectl config get-contexts`.')
  await Promise.race([...ends, cluster.broken])
  say('stopping')
}

async function signalled(): Promise<void> {
  await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => once(process, name)))
}

function seconds(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value > 0 && value < Infinity))
    throw new InvalidArgumentError('It is a number of seconds above 0.')
  return value
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
