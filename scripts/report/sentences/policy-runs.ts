import type { RunCodes } from '../../model/codes/policy.ts'
import type { Sentences } from './sentence.ts'

type Why = RunCodes['endless-command']['why']

const whys: Readonly<Record<Why, (command: string) => string>> = {
  sleeps: (command) => `\`${command}\` keeps the job waiting and does nothing`,
  'ends-asleep': (command) => `the job's command ends in \`${command}\``,
  loops: (command) => `the loop \`${command} …\` in the job's command never ends`,
  follows: (command) => `\`${command}\` in the job's command never ends`,
  repeats: (command) => `\`${command}\` in the job's command never ends`,
  serves: (command) => `\`${command}\` waits for visitors and never ends`,
  listens: (command) => `\`${command}\` in the job's command waits for somebody to type, and nobody can`,
  unclear: () => "the job's command is too tangled to tell whether it ends",
}

const fixes: Readonly<Record<Why, (pause: number) => string>> = {
  sleeps: (pause) =>
    `Let the command be the work itself, with pauses of at most ${pause} minutes; to have a machine to work at, use \`session(…)\`.`,
  'ends-asleep': () => 'Remove the sleep: a job may end at once. To have a machine to work at, use `session(…)`.',
  loops: () => 'Give the loop a `break` or a condition. To have a machine to work at, use `session(…)`.',
  follows: () => 'Remove it: `kubectl logs --follow` shows what your program prints.',
  repeats: () => 'Remove it, or start it in the background with `&` before your program, without waiting for it.',
  serves: () =>
    'Start it in the background with `&` before your program, or use `notebook(…)`, `session(…)` or `service(…)`.',
  listens: () => 'Give it a file to read, or remove it.',
  unclear: () => 'Put it into a script in your repository and run that.',
}

function byHand(hours: number): string {
  return ` (by hand, \`activeDeadlineSeconds: ${hours * 3600}\`)`
}

export const runSentences = {
  'end-missing': ({ kind, limit, seconds }) => ({
    what: 'It has no end, and every run needs one.',
    fix: `Write \`activeDeadlineSeconds\` in the \`spec\` of the ${kind}: at most \`${seconds}\`, which is ${limit} hours.`,
  }),
  'end-in-template': ({ limit, seconds }) => ({
    what: 'The end stands in the pod template only, where it begins anew with each retry.',
    fix: `Write \`activeDeadlineSeconds\` in the \`spec\` of the Job itself: at most \`${seconds}\`, which is ${limit} hours.`,
  }),
  'session-hours': ({ asked, limit }) => ({
    what: `It asks for ${asked} hours, and a session ends after ${limit} on this cluster, whatever it does then.`,
    fix: `Write \`hours: ${limit}\`${byHand(limit)}, keep your work on a disk, and continue with a higher number in \`run\`; or use \`job(…)\` for long runs.`,
  }),
  'job-hours': ({ asked, limit }) => ({
    what: `It asks for ${asked} hours, and a job may run for ${limit}.`,
    fix: `Write \`hours: ${limit}\`${byHand(limit)} or less, and save checkpoints, so that a second run can go on.`,
    who: 'An admin can allow more.',
  }),
  'restart-policy': ({ policy }) => ({
    what: `With \`restartPolicy: ${policy}\` its program would be started again each time it ends; a run happens once.`,
    fix: "Write `restartPolicy: 'Never'`.",
  }),
  'gate-ours': ({ field }) => ({
    what: `\`${field}\` is set by the lab itself: it makes each run closed and opens it once it is on record.`,
    fix: 'Leave it out.',
  }),
  'job-stays': ({ seconds, days }) => ({
    what: 'It does not say how long the job stays in the cluster once it is over.',
    fix: `Write \`ttlSecondsAfterFinished: ${seconds}\`, which is ${days} days.`,
  }),
  'command-missing': ({ container, image }) => ({
    what: `\`${container}\` has no command, so it runs what \`${image}\` does by itself, and whether that ends nobody can see here.`,
    fix: 'Write the command that it should run.',
    who: 'An admin can allow this image to run without one.',
  }),
  'endless-command': ({ container, command, pause, why }) => ({
    what: `NRP bans people whose jobs sleep or never end, and ${whys[why](command)} (container \`${container}\`).`,
    fix: fixes[why](pause),
  }),
  'job-too-many-pods': ({ field, asked, limit }) => ({
    what: `The job has ${asked} ${field === 'completions' ? 'runs' : 'runs at once'}, and one job may have ${limit}.`,
    fix: `Split it into several of at most ${limit}.`,
    who: 'An admin can allow more.',
  }),
  'job-not-indexed': ({ completions }) => ({
    what: `All ${completions} runs of the job would do the same, because they do not know which of them they are.`,
    fix: "Write `completionMode: 'Indexed'` and read `$JOB_COMPLETION_INDEX`, or use `sweep(…)`.",
  }),
  'job-retries': ({ field, asked, limit }) => ({
    what: `\`${field}\` lets it fail ${asked} times, and ${limit} are enough: a program with a mistake fails each time.`,
    fix: `Write \`${limit}\` or less.`,
    who: 'An admin can allow more.',
  }),
  'failure-ignored': () => ({
    what: 'A program that fails with these exit codes would be started again without end, because its failures are not counted.',
    fix: 'Ignore the condition `DisruptionTarget` only (a lost machine), and leave `onExitCodes` out.',
  }),
  'priority-refused': ({ priorityClass, preemptible }) => ({
    what: `The cluster refuses the priority class \`${priorityClass}\`.`,
    fix: `Leave \`priorityClassName\` out; a job that may be interrupted says \`preemptible: true\` (\`${preemptible.join('`, `')}\`).`,
  }),
  'priority-special': ({ priorityClass }) => ({
    what: `With the priority class \`${priorityClass}\` it would go before what others in the lab run.`,
    fix: 'Leave `priorityClassName` out.',
    who: 'An admin can allow it.',
  }),
  'preemptible-not-job': ({ kind, priorityClass }) => ({
    what: `With \`${priorityClass}\` it can be stopped at any moment, and a ${kind === 'Pod' ? 'session' : 'service'} is not started again.`,
    fix: 'Make it a `job(…)` that saves checkpoints, or leave the priority class out.',
  }),
} satisfies Sentences<RunCodes>
