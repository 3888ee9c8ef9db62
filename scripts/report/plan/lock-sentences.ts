import type { Lock } from '../../model/plan.ts'
import type { Sentence } from '../sentences/sentence.ts'
import { evidenceOf, type Evidence } from './evidence.ts'
import { memoryWords } from './memory-words.ts'

const memories: Readonly<Record<string, string>> = memoryWords

type Say = (at: Evidence, member: string) => Sentence

/** What stands in the way, and who opens it. `apply.md` 7. */
const sentences: Readonly<Record<Lock['lock'], Say>> = {
  'nothing-desired': () => ({
    what: 'Main asks for nothing at all, while the lab remembers work that is there. Nothing is changed.',
    fix: 'If the lab is really to be emptied, remove one member’s folder after the other.',
  }),
  'many-losses': (at) => ({
    what: `${at.text('losses')} objects would be ended, deleted or released, more than ${at.text('limit')} at once. Nothing is changed.`,
    fix: `\`lab apply --dry-run\` lists them. If all of them are meant: \`lab apply --prune ${at.text('losses')}\`.`,
    who: 'an admin',
  }),
  'broken-files': (at, member) =>
    at.is('unapproved')
      ? {
          what: `Requests of ${member} reached main without the review’s signature, so nothing of theirs is touched.`,
          fix: `Read \`users/${member}\`; if it is meant, move \`review.since\` in \`lab.config.ts\` to main’s newest commit.`,
          who: 'an admin',
        }
      : {
          what: `${member}’s requests have errors, so nothing of theirs is touched.`,
          fix: 'Run `npx lab check`, and mend what it names.',
        },
  'broken-house': () => ({
    what: '`lab.config.ts`, a template or the reviewed YAML is not as it should be. Nothing is changed.',
    fix: 'Run `npx lab check`; the first error is the one to mend.',
    who: 'an admin',
  }),
  'unread-lists': (at) => ({
    what: `The cluster did not tell all of ${at.list('kinds').join(', ') || 'its objects'}. Nothing is changed.`,
    fix: 'Run it again.',
  }),
  inventory: (at, member) => ({
    what: `What is remembered of ${member} ${memories[at.text('why')] ?? 'cannot be used'}. Nothing of theirs is touched.`,
    fix: `\`lab apply --rebuild ${member}\` makes it anew from what is there; it costs a question, never a disk.`,
    who: 'an admin',
  }),
  ledger: (at) => ({
    what: `The lab’s own memory ${memories[at.text('why')] ?? 'cannot be used'}. Nothing is changed.`,
    fix:
      at.text('why') === 'absent'
        ? 'In a new namespace: `lab apply --init`, once. Else an admin restores the ConfigMap `lab.ledger`.'
        : 'An admin restores the ConfigMap `lab.ledger`.',
    who: 'an admin',
  }),
  'older-commit': (at) => ({
    what: `A newer commit was applied already (number ${at.text('newest')} on main; this is number ${at.text('height')}). Nothing is changed.`,
    fix: 'Run the newest one. After main’s history was rewritten: `lab apply --accept-history`.',
  }),
  clock: () => ({
    what: 'The clock here is behind the lab’s own by more than 10 minutes. Nothing that depends on the time is done.',
    fix: 'Set the clock.',
  }),
}

export function lockSentence({ lock, member = '', args }: Lock): Sentence {
  return sentences[lock](evidenceOf(args), member)
}
