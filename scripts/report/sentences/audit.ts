import type { AuditCodes } from '../../model/codes/audit.ts'
import { duration, gpus } from '../plan/amounts.ts'
import { endWords } from '../plan/end-words.ts'
import { memoryWords } from '../plan/memory-words.ts'
import { moment } from '../plan/when.ts'
import { counted } from '../summary.ts'

/** What an audit says of one thing; `fix` where somebody has something to do. */
export interface AuditTold {
  readonly what: string
  readonly fix?: string
}

/** What sentences are made with besides the evidence. */
export interface AuditSaying {
  readonly now: string
  readonly timeZone: string
  /** What the names of a member's objects begin with; the login where the lab says nothing else. */
  readonly prefixOf?: (login: string) => string
}

const askSupport = 'An admin asks the cluster’s support whether it can be brought back.'

/** `apply.md` 10, in words. */
export const auditSentences: {
  readonly [C in keyof AuditCodes]: (args: AuditCodes[C], saying: AuditSaying) => AuditTold
} = {
  'lists-unread': ({ kinds }) => ({
    what: `The cluster did not tell all of ${kinds.join(', ')}; nothing is said of them.`,
    fix: 'Run it again.',
  }),
  'ledger-unread': ({ why }) => ({
    what: `The lab’s own memory ${memoryWords[why]}.`,
    fix: 'Nothing is applied until an admin restores the ConfigMap `lab.ledger`; in a new namespace `lab apply --init` makes it.',
  }),
  'memory-unread': ({ why }) => ({
    what: `What is remembered of this member ${memoryWords[why]}.`,
    fix: 'Nothing of theirs is touched until an admin makes it anew: `lab apply --rebuild LOGIN`.',
  }),
  drifted: ({ by, at }, { timeZone }) => ({
    what: `was changed by hand${by === undefined ? '' : `, last with ${by}`}${at === undefined ? '' : ` on ${moment(at, timeZone)}`}.`,
    fix: 'The next apply puts back what is in Git. To keep the change, write it into the request.',
  }),
  'object-missing': ({ is }) => ({
    what: {
      absent: 'is gone, and not by our doing.',
      deleting: 'is being deleted, and not by our doing.',
      another: 'was taken away, and another one has its name.',
    }[is],
    fix: 'The next apply makes it again where it can. Ask who removed it.',
  }),
  'disk-vanished': ({ storage, since, released }, { timeZone }) => ({
    what: `is gone with its data: ${storage}, ${released ? 'let go' : 'here'} since ${moment(since, timeZone)}.`,
    fix: released ? askSupport : `${askSupport} For a new, empty disk raise \`incarnation\` in its file.`,
  }),
  'disk-replaced': ({ storage }) => ({
    what: `of ${storage} is gone with its data, and another disk has its name.`,
    fix: askSupport,
  }),
  'disk-lost': ({ storage }) => ({ what: `of ${storage} has lost its storage in the cluster.`, fix: askSupport }),
  'disk-deleting': ({ storage }) => ({
    what: `of ${storage} is being deleted by somebody else.`,
    fix: 'Copy what matters while a run still has it. An admin finds out who did it.',
  }),
  'disk-changed': ({ field, from, to }) => ({
    what: `is not as it was left: ${field} ${from} → ${to}.`,
    fix: 'Write what it is now into the request, or ask who changed it.',
  }),
  'disk-unused': ({ storage, since, released, purgeIn }, { timeZone }) => ({
    what: `of ${storage} was ${released ? 'let go' : 'last used'} on ${moment(since, timeZone)}, as far as is remembered. The cluster may purge it ${within(purgeIn)}.`,
    fix: 'Use it in a run, or copy what matters.',
  }),
  copy: ({ gpus: held }) => ({
    what: `has our marks and was not launched from here${held === 0 ? '' : `; it holds ${gpus(held)}`}. It is not touched.`,
    fix: 'Ask who made it. If nobody needs it, an admin deletes it.',
  }),
  'name-taken': ({ by }) => ({
    what: `cannot be made: somebody else’s object has its name${by === undefined ? '' : ` (${by}’s)`}.`,
    fix: 'Take another name, or ask its owner to remove it.',
  }),
  'gpus-unrequested': ({ gpus: held, pods, since }, { now, timeZone }) => ({
    what: `holds ${gpus(held)} in ${counted(pods, 'pod')}${since === undefined ? '' : ` since ${moment(since, timeZone)}, for ${lasting(since, now)}`}, and nobody requested it here.`,
    fix: 'Ask who started it: its GPUs count as in use, and it has no end that we know.',
  }),
  'more-pods': ({ declared, holds }) => ({
    what: `holds ${gpus(holds)} and declares ${gpus(declared)}.`,
    fix: 'Look what started the rest of its pods.',
  }),
  'past-deadline': ({ end }, { now, timeZone }) => ({
    what: `should have ended on ${moment(end, timeZone)}, ${lasting(end, now)} ago, and has not.`,
    fix: 'Its machine may be lost: an admin looks, or ends it.',
  }),
  'disk-released': ({ storage, since, days, purgeIn, retires }, { timeZone }) => ({
    what: `of ${storage} was let go ${days === 0 ? 'today' : `${counted(days, 'day')} ago`}, on ${moment(since, timeZone)}. ${
      retires === undefined ? `The cluster may purge it ${within(purgeIn)}.` : `It is to be destroyed on ${retires}.`
    }`,
  }),
  'ends-soon': ({ at, gpus: held }, { now, timeZone }) => ({
    what: `ends on ${moment(at, timeZone)} at the latest, in ${lasting(now, at)}${held === 0 ? '' : `; then ${gpus(held)} ${held === 1 ? 'is' : 'are'} free`}.`,
  }),
  'run-ended': ({ run, end, at }, { timeZone }) => ({
    what: `run ${run} ${endWords[end]}, on ${moment(at, timeZone)}.`,
  }),
  'suspended-by-hand': ({ run }) => ({ what: `run ${run} was suspended by hand. It is left so.` }),
  'member-left': ({ live, disks }) => ({
    what: `is not on the roster any more, and has ${counted(live, 'object')} going and ${counted(disks, 'disk')}.`,
    fix: 'Remove the folder to end all; the disks stay, listed as released, until an admin orders their end.',
  }),
}

function within(days: number): string {
  return days === 0 ? 'any day now' : `in ${counted(days, 'day')}`
}

function lasting(from: string, to: string): string {
  return duration((Date.parse(to) - Date.parse(from)) / 1000)
}
