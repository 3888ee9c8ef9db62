import type { ClosedMachines, PendingCodes } from '../../model/codes/pending.ts'
import { clause } from './clause.ts'
import { quoted } from './quoted.ts'
import type { Sentences } from './sentence.ts'

/** Why a run does not run, and the one next step. */
export const pendingSentences = {
  'not-looked-at': () => ({
    what: 'The cluster has not looked for a machine yet.',
    fix: 'Wait a minute.',
  }),
  'gate-closed': () => ({
    what: 'It is made and not started yet.',
    fix: 'Wait: the next apply starts it, at most a quarter of an hour from now.',
  }),
  'gate-of-others': ({ gates }) => ({
    what: `Something else in the cluster holds it back: ${gates.map(quoted).join(', ')}.`,
    fix: 'Ask an admin what put that there.',
  }),
  'machines-full': ({ resource, machines, elsewhere }) => ({
    what: `The cluster is full: ${count(machines)} would do, and none has enough ${thing(resource)} left${
      elsewhere === 0 ? '' : `; ${count(elsewhere)} with room cannot reach its disk`
    }.`,
    fix: 'Wait, or allow more kinds of GPU: a memory class such as `1x24GB` takes any card that has it.',
  }),
  'resource-unknown': ({ resource }) => ({
    what: `It asks for ${quoted(resource)}, and no machine has such a thing.`,
    fix: 'Choose the GPU with `gpu:`, which knows the right name.',
  }),
  'no-machine-fits': ({ machines, closed }) => ({
    what: `None of the ${count(machines)} that are open is what it asks for${closed.length === 0 ? '' : `; closed are ${closedOnes(closed)}`}.`,
    fix: 'Ask for less special machines: another GPU, another region.',
  }),
  'machines-closed': ({ closed }) => ({
    what: `All machines that it may use are closed: ${closedOnes(closed)}.`,
    fix: 'Ask for another GPU, or wait until they are open again.',
  }),
  'quota-zero': ({ quota, resource }) => ({
    what: `The namespace may have no ${quoted(resource)} at all (quota ${quoted(quota)}).`,
    fix: 'Choose another GPU, or ask an admin to apply for these at https://nrp.ai/reservations.',
  }),
  'quota-used-up': ({ quota, resource, asked, used, limit }) => ({
    what: `The namespace may have ${limit} ${thing(resource)}, ${used} are in use, and this asks for ${asked} (quota ${quoted(quota)}).`,
    fix: 'Wait until others end, or ask for less.',
  }),
  'pods-refused': ({ message }) => ({
    what: `The cluster refuses to start it: ${clause(message)}.`,
    fix: 'Change what it names; an admin can tell more.',
  }),
  'disk-missing': ({ claim }) => ({
    what: `The disk ${quoted(claim)} does not exist.`,
    fix: 'Request it, or mount another.',
  }),
  'disk-unbound': ({ claims }) => ({
    what: `The cluster has not made the disk yet: ${claims.map(quoted).join(', ')}.`,
    fix: 'Wait a minute; if it stays so, ask an admin about that kind of disk.',
  }),
  'disk-refused': ({ claim, message }) => ({
    what: `The cluster cannot make the disk ${quoted(claim)}: ${clause(message)}.`,
    fix: 'Choose another kind of disk.',
  }),
  'disk-region': ({ claims, machines }) => ({
    what: `${count(machines)} with room cannot reach ${claims.map(quoted).join(', ')}: the disk is in another region.`,
    fix: 'Run where the disk is, or use a disk where the machines are.',
  }),
  'disk-stuck': ({ message }) => ({
    what: `The machine cannot attach the disk: ${clause(message)}.`,
    fix: 'Wait some minutes; if it stays so, raise `run` to try another machine.',
  }),
  'image-pulling': ({ image }) => ({
    what: `Its machine is fetching the image ${quoted(image)}.`,
    fix: 'Wait: a large image takes some ten minutes the first time.',
  }),
  'image-missing': ({ image }) => ({
    what: `The image ${quoted(image)} does not exist.`,
    fix: 'Correct its name or its tag.',
  }),
  'image-forbidden': ({ image }) => ({
    what: `The image ${quoted(image)} is not public, or does not exist.`,
    fix: 'Correct its name, or make it public.',
  }),
  'image-unreachable': ({ image, message }) => ({
    what: `The image ${quoted(image)} cannot be fetched: ${clause(message)}.`,
    fix: 'Wait: the cluster tries again. If it stays so, use a copy in another registry.',
  }),
  'settings-missing': ({ message }) => ({
    what: `It needs settings that are not there: ${clause(message)}.`,
    fix: 'Request them, or take them out of the run.',
  }),
  starting: () => ({
    what: 'It has a machine and is starting.',
    fix: 'Wait a minute.',
  }),
  crashing: ({ restarts, exitCode }) => ({
    what: `It ends and is started again, ${restarts} times so far${exitCode === undefined ? '' : `, with exit code ${exitCode}`}.`,
    fix: 'Read what it printed with `kubectl logs`, and repair the command.',
  }),
  'machine-lost': ({ machine }) => ({
    what: `Its machine ${quoted(machine)} does not answer.`,
    fix: 'Wait: a job starts elsewhere; for a session, raise `run`.',
  }),
  unexplained: ({ message }) => ({
    what: `The cluster says: ${clause(message)}.`,
    fix: 'Ask an admin what that means.',
  }),
} satisfies Sentences<PendingCodes>

function count(machines: number): string {
  return machines === 1 ? '1 machine' : `${machines} machines`
}

function thing(resource: string): string {
  return resource === 'nvidia.com/gpu' ? 'GPUs' : quoted(resource)
}

function closedOnes(closed: readonly ClosedMachines[]): string {
  return closed.map(({ taint, machines }) => `${count(machines)} (${taint})`).join(', ')
}
