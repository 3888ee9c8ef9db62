import { Command, CommanderError, Option } from 'commander'
import { exitCode, type ExitCode } from './commands/exit-code.ts'
import { UsageError } from './commands/usage-error.ts'
import { formats } from './model/report.ts'

type Verb = (...args: never[]) => Promise<ExitCode>

/** Each verb is loaded when it is called: `lab --help` reads none of them. */
function run(load: () => Promise<Verb>): (...args: unknown[]) => Promise<void> {
  return async (...args) => {
    const verb = await load()
    process.exitCode = await verb(...(args as never[]))
  }
}

const formatOption = () => new Option('--format <format>', 'how to print the findings').choices(formats).default('text')

const lab = new Command('lab')
  .description('GPUs and disks of the lab, requested in TypeScript')
  .showHelpAfterError('(`lab --help` lists the verbs)')
  .exitOverride()
lab
  .command('check')
  .description('judge requests: types, sandbox, cluster rules, lab policy; writes nothing')
  .argument('[paths...]', 'files or folders to report on; the totals are everyone’s')
  .option('--users <dir>', 'the folder of the members', 'users')
  .option('--base <ref>', 'report what is new against this Git commit or branch')
  .option('--no-types', 'leave TypeScript’s own findings out')
  .option('--no-cache', 'judge everything again')
  .addOption(formatOption())
  .action(run(async () => (await import('./commands/check.ts')).check))
lab
  .command('build')
  .description('check, then write YAML: <out>/<login>/<request>.yaml')
  .option('--users <dir>', 'the folder of the members', 'users')
  .option('--out <dir>', 'where the YAML goes', 'rendered')
  .addOption(formatOption())
  .action(run(async () => (await import('./commands/build.ts')).build))
lab
  .command('validate')
  .description('judge YAML or JSON that exists: schema and API rules; `-` reads stdin')
  .argument('<files...>', 'files, folders, globs, or -')
  .option('--policy', 'the lab’s policy too')
  .addOption(formatOption())
  .action(run(async () => (await import('./commands/validate.ts')).validate))
lab
  .command('schemas')
  .description('refresh the vendored schemas from a cluster’s OpenAPI, and compile them')
  .option('--from <dir>', 'a folder of OpenAPI v3 documents, in place of a cluster')
  .option('--server <url>', 'an API server; else kubectl’s current context')
  .option('--token-file <file>', 'the file that holds the server’s bearer token')
  .option('--ca-file <file>', 'the file that holds the server’s certificate authority')
  .option('--compile', 'compile the schemas that are here, and fetch none')
  .action(run(async () => (await import('./commands/schemas.ts')).schemas))

try {
  await lab.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}

function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.wrong
  if (error instanceof UsageError) {
    process.stderr.write(`lab: ${error.message}\n`)
    return exitCode.wrong
  }
  const story = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(
    `lab itself failed; this is our fault and nothing was changed. Please show an admin:\n${story}\n`,
  )
  return exitCode.failed
}
