import { Command, CommanderError, Option } from 'commander'
import { exitCode, type ExitCode } from './commands/exit-code.ts'
import { OutOfReach } from './commands/out-of-reach.ts'
import { UsageError } from './commands/usage-error.ts'
import { formats, planFormats } from './model/report.ts'

type Verb = (...args: never[]) => Promise<ExitCode>

/** Each verb is loaded when it is called: `lab --help` reads none of them. */
function run(load: () => Promise<Verb>): (...args: unknown[]) => Promise<void> {
  return async (...args) => {
    const verb = await load()
    process.exitCode = await verb(...(args as never[]))
  }
}

const usersOption = () =>
  new Option('--users <dir>', 'the folder of the members (default: `users`, here or in a folder above)')
const formatOption = () => new Option('--format <format>', 'how to print the findings').choices(formats).default('text')

const lab = new Command('lab')
  .description('GPUs and disks of the lab, requested in TypeScript')
  .showHelpAfterError('(`lab --help` lists the verbs)')
  .exitOverride()
lab
  .command('check')
  .description('judge requests: types, sandbox, cluster rules, lab policy; writes nothing')
  .argument('[paths...]', 'files or folders to report on; the totals are everyone’s')
  .addOption(usersOption())
  .option('--base <ref>', 'report what is new against this Git commit or branch')
  .option('--no-types', 'leave TypeScript’s own findings out')
  .option('--no-cache', 'judge everything again')
  .addOption(formatOption())
  .action(run(async () => (await import('./commands/check.ts')).check))
lab
  .command('build')
  .description('check, then write YAML: <out>/<login>/<request>.yaml')
  .addOption(usersOption())
  .option('--out <dir>', 'where the YAML goes (default: `rendered` beside the members)')
  .option(
    '--seal <file>',
    'for `lab apply`: leave out members with errors, and write the digest of all bytes to this file',
  )
  .addOption(formatOption())
  .action(run(async () => (await import('./commands/build.ts')).build))
lab
  .command('validate')
  .description('judge YAML or JSON that exists: schema and API rules; `-` reads stdin')
  .argument('<files...>', 'files, folders, globs, or -')
  .option('--policy', 'the lab’s policy too')
  .addOption(formatOption())
  .action(run(async () => (await import('./commands/validate.ts')).validate))
const clusterOptions = [
  new Option('--kubeconfig <file>', 'in place of KUBECONFIG and ~/.kube/config'),
  new Option('--context <name>', 'in place of the kubeconfig’s current one'),
]
const planFormatOption = () => new Option('--format <format>', 'how to print it').choices(planFormats).default('text')
const withCluster = (command: Command): Command =>
  clusterOptions.reduce((one, option) => one.addOption(option), command)

withCluster(lab.command('plan'))
  .description('what an apply would do to the cluster; writes nothing')
  .option('--base <ref>', 'what changes against this Git commit or branch, without a look at the cluster')
  .addOption(usersOption())
  .addOption(planFormatOption())
  .action(run(async () => (await import('./commands/plan.ts')).plan))
const withReviewed = (command: Command): Command =>
  withCluster(command)
    .requiredOption('--rendered <dir>', 'the folder that `build --seal` wrote')
    .requiredOption('--commit <sha>', 'the commit that it was made from')
    .requiredOption('--digest <sha256>', 'its digest, as it was reviewed')
withReviewed(lab.command('apply'))
  .description('carry out what `build --seal` made of a commit; resumable')
  .option('--only <login>', 'plan the whole lab, write this member’s part')
  .option('--dry-run', 'read, plan and ask the server; write nothing')
  .option('--wait <seconds>', 'then look until every run is running, or it is known why not')
  .option('--prune <number>', 'allow exactly so many losses at once')
  .option('--init', 'make the lab’s memory in a new namespace, once')
  .option('--accept-history', 'after main’s history was rewritten')
  .option('--take-back <key>', 'take the fields of one object back from another manager, once')
  .option('--rebuild <login>', 'make a member’s memory anew from what is there; nothing else')
  .option('--yes', 'with --rebuild: write it, after you have read what it would hold')
  .option('--record <file>', 'write a record of this apply, as JSON')
  .addOption(planFormatOption())
  .action(run(async () => (await import('./commands/apply.ts')).apply))
withReviewed(lab.command('storage'))
  .description('grow and retire disks, as the identity that may: after each apply')
  .option('--dry-run', 'read and plan; write nothing')
  .option('--accept-history', 'after main’s history was rewritten')
  .option('--record <file>', 'write a record of this run, as JSON')
  .addOption(planFormatOption())
  .action(run(async () => (await import('./commands/storage.ts')).storage))
withCluster(lab.command('audit'))
  .description('what is in the cluster that should not be, or soon will not be; writes nothing')
  .option('--rendered <dir>', 'the folder that `build --seal` wrote: what is requested is compared too')
  .option('--commit <sha>', 'the commit that it was made from')
  .option('--digest <sha256>', 'its digest, as it was reviewed')
  .option('--days <number>', 'tell how runs ended for so many days back', '7')
  .addOption(planFormatOption())
  .action(run(async () => (await import('./commands/audit.ts')).audit))
lab
  .command('rights')
  .description('print the YAML of the two identities, for an admin to apply once')
  .option('--namespace <name>', 'in place of the lab’s')
  .action(run(async () => (await import('./commands/rights.ts')).rights))
withCluster(lab.command('doctor'))
  .description('whether this machine is ready, or with --repo the settings at GitHub; changes nothing')
  .option('--login <name>', 'who you are at GitHub, where nothing here says it')
  .option('--repo [owner/name]', 'an admin’s look at the repository’s settings (default: this checkout’s)')
  .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
  .action(run(async () => (await import('./commands/doctor.ts')).doctor))
const review = lab.command('review').description('what the workflows of GitHub run; each looks at everything anew')
review
  .command('render')
  .description('evaluate what open pull requests ask for, in sandboxes, where there is nothing to take')
  .requiredOption('--out <file>', 'what the sandboxes answered, as JSON')
  .requiredOption('--seal <file>', 'the file that gets its digest')
  .action(run(async () => (await import('./commands/review-render.ts')).reviewRender))
review
  .command('decide')
  .description('judge every open pull request, write comments, checks and labels, merge what may go in')
  .requiredOption('--evaluations <file>', 'what `review render` wrote')
  .requiredOption('--digest <sha256>', 'its digest, as that job gave it')
  .option('--summary <file>', 'append a summary in Markdown')
  .action(run(async () => (await import('./commands/review-decide.ts')).reviewDecide))
review
  .command('report')
  .description('tell merged pull requests what became of them')
  .requiredOption('--outcome <file>', 'the record that `apply --record` wrote')
  .action(run(async () => (await import('./commands/review-report.ts')).reviewReport))
review
  .command('obey')
  .description('obey the command of the comment that this event is about, or answer why not')
  .option('--evaluations <file>', 'what `review render` wrote')
  .option('--digest <sha256>', 'its digest, as that job gave it')
  .action(run(async () => (await import('./commands/review-obey.ts')).reviewObey))
review
  .command('form')
  .description('make every filled form a pull request in its author’s name, or say what has to be mended')
  .option('--event', 'only the issue that this event is about')
  .action(run(async () => (await import('./commands/review-form.ts')).reviewForm))
lab
  .command('schemas')
  .description('refresh the vendored schemas from a cluster’s OpenAPI, and compile them')
  .option('--from <dir>', 'a folder of OpenAPI v3 documents, in place of a cluster')
  .option('--server <url>', 'an API server; else kubectl’s current context')
  .option('--token-file <file>', 'the file that holds the server’s bearer token')
  .option('--ca-file <file>', 'the file that holds the server’s certificate authority')
  .option('--compile', 'compile the schemas that are here, and fetch none')
  .action(run(async () => (await import('./commands/schemas.ts')).schemas))

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`lab: the answer could not be written: ${error.message}\n`)
  process.exit(exitCode.failed)
})

try {
  await lab.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}

function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.wrong
  if (error instanceof UsageError || error instanceof OutOfReach) {
    process.stderr.write(`lab: ${error.message}\n`)
    return error instanceof UsageError ? exitCode.wrong : exitCode.failed
  }
  const story = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(
    `lab itself failed; this is our fault and nothing was changed. Please show an admin:\n${story}\n`,
  )
  return exitCode.failed
}
