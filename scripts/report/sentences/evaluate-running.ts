import type { Absence, RunningCodes } from '../../model/codes/evaluate.ts'
import { bytesText } from '../../model/quantity.ts'
import { asCode } from './as-code.ts'
import type { Sentences } from './sentence.ts'

const absences: Readonly<Record<Absence, readonly [why: string, fix: string]>> = {
  machine: [
    'there is no computer behind it',
    'Write the value itself; what the run needs of its machine, its `command` can read.',
  ],
  network: ['it has no network', 'Remove it. Let the `command` of the run fetch what it needs.'],
  print: ['nobody would see what it prints', 'Remove it. `npx lab build` shows what the request comes to.'],
  clock: ['the same file must mean the same at any time', "Write the day itself, such as `'2027-01-31'`."],
  timer: ['it does not wait', 'Remove it.'],
  chance: [
    'the same file must mean the same every time',
    'Write the value itself. For seeds, use `sweep(…)` with `over: { SEED: [1, 2, 3] }`.',
  ],
  code: ['only the code that is written here is run', 'Write the code itself.'],
  locale: ['the same file must mean the same in every country', 'Write the text itself.'],
  browser: ['it is part of browsers and servers', 'Remove it; for text, use string methods.'],
  engine: ['only plain data leave it', 'Use objects, lists and loops.'],
}

export const runningSentences = {
  threw: ({ message }) => ({
    what:
      message === ''
        ? 'The code stopped here with an error that says nothing.'
        : `The code stopped here with ${asCode(message)}.`,
    fix: 'Mend what the error says; `npx tsc --noEmit -p users` may tell more.',
  }),
  'name-unknown': ({ name, near, assigned }) => ({
    what: `There is nothing called ${asCode(name)} here.`,
    fix: unknownFix(name, near, assigned),
  }),
  'name-absent': ({ name, why }) => ({
    what: `${asCode(name)} does not exist in a request: ${absences[why][0]}.`,
    fix: absences[why][1],
  }),
  'name-too-early': ({ name }) => ({
    what: `${asCode(name)} is used before it has a value.`,
    fix: 'Move its line up; where two files import each other, put what both need into a third, `_common.ts`.',
  }),
  'out-of-steps': ({ limit }) => ({
    what: `The code was stopped after ${limit / 1e6} million steps: something in it does not end.`,
    fix: 'Give the loop an end.',
  }),
  'out-of-memory': ({ limit }) => ({
    what: `The code needs more than ${bytesText(limit)} of memory, and a request is small.`,
    fix: 'Build smaller lists and texts; data belong on a disk, not in a request.',
  }),
  'out-of-stack': () => ({
    what: 'Functions or values are nested too deeply.',
    fix: 'Let the function end somewhere, or write a loop.',
  }),
  'out-of-promises': ({ limit }) => ({
    what: `The code was stopped after ${limit} promises: they never come to an end.`,
    fix: 'Remove `async`, `await` and `then`: a request has nothing to wait for.',
  }),
  'await-endless': () => ({
    what: 'What is awaited here never happens.',
    fix: 'Remove `await`: a request has nothing to wait for.',
  }),
  'took-too-long': ({ seconds }) => ({
    what: `Nobody could tell: the file was not done after ${seconds} seconds.`,
    fix: 'Make it simpler, or run the check again if the machine was busy.',
  }),
} satisfies Sentences<RunningCodes>

function unknownFix(name: string, near: string | undefined, assigned: true | undefined): string {
  if (assigned) return `Write options in braces and with colons: \`{ ${name}: … }\`.`
  if (near !== undefined) return `Did you mean \`${near}\`?`
  return "Import it from `'#lab'` or from your own file, or mend its spelling."
}
