import type { Hold, Step } from '../../model/plan.ts'
import type { Sentence } from '../sentences/sentence.ts'
import { gpus } from './amounts.ts'
import { evidenceOf, type Evidence } from './evidence.ts'
import { named } from './thing.ts'
import type { Saying } from './view.ts'
import { moment } from './when.ts'

type Say = (evidence: Evidence, saying: Saying, member: string) => Sentence

const nothing = 'Nothing to do: it is looked at again every 15 minutes.'

/** Why something waits, what would let it go on. `apply.md` 1 and 5. */
const sentences: Readonly<Record<Hold, Say>> = {
  'lab-total': (at, saying) => ({
    what: `waits in line: it asks for ${gpus(at.count('asks'))}, and ${at.count('inUse')} of the lab’s ${at.count('limit')}${kind(at)} are in use${ahead(at, saying)}.`,
    fix: `${nothing} To start sooner, ask for ${gpus(Math.max(1, at.count('limit') - at.count('inUse')))} or fewer, as long as they are free.`,
  }),
  'member-total': (at) => ({
    what: `waits: it asks for ${gpus(at.count('asks'))}, and ${at.count('inUse')} of your ${at.count('limit')} are in use.`,
    fix: 'End one of your own runs, ask for less, or ask an admin for a grant.',
    who: 'an admin',
  }),
  'in-line': (at, saying) => ({
    what: `waits in line behind ${at.text('member')}’s ${named(at.text('behind'), at.text('member'), saying)}${since(at, saying.timeZone)}: who has waited so long is not passed any more.`,
    fix: nothing,
  }),
  'cluster-quota': () => ({
    what: 'waits: the cluster’s own quota of the namespace is used up.',
    fix: `${nothing} If it lasts, show this to an admin.`,
    who: 'an admin',
  }),
  needs: (at, saying, member) => ({
    what: `waits for ${things(at.list('lacks'), member, saying)}, not there or not usable.`,
    fix: 'Mend that first: it stands in this report too.',
  }),
  needed: (at, saying, member) => ({
    what: `stays as long as ${things(at.list('by'), member, saying) || 'a run that is still going'} uses it.`,
    fix: nothing,
  }),
  terminating: () => ({ what: 'waits until what had its name before is gone.', fix: nothing }),
  suspended: (at) => ({
    what:
      at.has('known') && !at.is('known')
        ? 'is not started: its owner is no member of the lab any more.'
        : 'is not started: its owner is suspended.',
    fix: 'An admin changes that in `lab.config.ts`.',
    who: 'an admin',
  }),
  storage: (at) =>
    at.has('to')
      ? {
          what: `grows from ${at.text('from')} to ${at.text('to')}, with its data, when \`lab storage\` runs.`,
          fix: 'Nothing to do: it runs after each apply.',
        }
      : {
          what: `is destroyed with its data (${at.text('storage')}), as ordered for ${at.text('on')}, when \`lab storage\` runs.`,
          fix: 'To keep it, take the retirement out of `lab.config.ts` before that.',
          who: 'an admin',
        },
}

export function holdSentence({ hold, args, member }: Pick<Step, 'hold' | 'args' | 'member'>, saying: Saying): Sentence {
  return sentences[hold ?? 'terminating'](evidenceOf(args), saying, member)
}

function things(keys: readonly string[], member: string, saying: Saying): string {
  return keys.map((key) => named(key, member, saying)).join(', ')
}

/** Where one kind of card alone is the reason. */
function kind(at: Evidence): string {
  return at.has('resource') ? ` of ${at.text('resource')}` : ''
}

function ahead(at: Evidence, saying: Saying): string {
  const others = at.count('ahead')
  if (others === 0) return '; nobody is before it'
  const before = at.inside('before')
  const last = `${before.text('member')}’s ${named(before.text('key'), before.text('member'), saying)}`
  return others === 1 ? `; ${last} is before it` : `; ${others} are before it, ${last} the last of them`
}

function since(at: Evidence, timeZone: string): string {
  return at.has('since') ? `, in line since ${moment(at.text('since'), timeZone)}` : ''
}
