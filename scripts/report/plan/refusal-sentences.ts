import type { Refusal, Step } from '../../model/plan.ts'
import type { Sentence } from '../sentences/sentence.ts'
import { gpus } from './amounts.ts'
import { evidenceOf, type Evidence } from './evidence.ts'
import { named, shortName } from './thing.ts'
import type { Saying } from './view.ts'

type Say = (at: Evidence, name: string, member: string, saying: Saying) => Sentence

const look = 'An admin looks: `npx lab audit` tells whose it is.'

/** What must not or cannot be, and the way out. `apply.md` 1 and 3. */
const sentences: Readonly<Record<Refusal, Say>> = {
  'name-taken': (at, name) => ({
    what: `cannot be made: somebody else’s object has its name${at.has('by') ? ` (${at.text('by')}’s)` : ''}. That one is not touched.`,
    fix: `Take another name than \`${name}\`, or ask its owner to remove it.`,
    who: 'an admin',
  }),
  copy: () => ({
    what: 'is there, marked as ours, but it is not the one that was launched from here. It is not touched.',
    fix: look,
    who: 'an admin',
  }),
  'run-behind': (at) => ({
    what: `asks for run ${at.text('asked')}, and run ${at.text('recorded')} has been there already.`,
    fix: `Write \`run: ${at.count('recorded') + 1}\` to run it again, or \`run: ${at.text('recorded')}\` to leave it.`,
  }),
  'needs-run': (at) => ({
    what: `cannot get a later end while run ${at.text('run')} goes on: the cluster does not allow it for a session.`,
    fix: `Write \`run: ${at.count('run') + 1}\` for a new one, or put \`hours\` back.`,
  }),
  spec: (at) => ({
    what: `cannot become what the file says: ${fields(at)} of a disk cannot be changed in this way.`,
    fix: 'Put back what it was. For another disk take another name, copy your data, then remove the old one.',
  }),
  unbound: () => ({
    what: 'cannot grow yet: it is made for real only when a run first uses it.',
    fix: 'Start a run that uses it, then raise the size.',
  }),
  vanished: (at) => ({
    what: `is gone: the disk of ${at.text('storage')} is not in the cluster any more, and not by our doing. Nothing is put in its place by itself.`,
    fix: 'Ask an admin whether it can be brought back. For a new, empty disk raise `incarnation` in its file.',
    who: 'an admin',
  }),
  lost: () => ({
    what: 'has lost its storage in the cluster. Nothing that uses it is started.',
    fix: 'An admin asks the cluster’s support.',
    who: 'an admin',
  }),
  exists: (at) => ({
    what: `is still there, so it cannot begin anew as incarnation ${at.text('incarnation')}.`,
    fix: 'Put `incarnation` back: a new, empty disk is only for one that has vanished.',
  }),
  mounted: (at, _, member, saying) => ({
    what: `is to be destroyed, and ${at
      .list('by')
      .map((key) => named(key, member, saying))
      .join(', ')} still uses it.`,
    fix: 'End that first.',
  }),
  'still-requested': () => ({
    what: 'is to be destroyed, and a request still asks for it.',
    fix: 'Remove the request first, or take the retirement out of `lab.config.ts`.',
  }),
  terminating: () => ({
    what: 'is being deleted by somebody else. Nothing of it can be used.',
    fix: look,
    who: 'an admin',
  }),
  conflict: (at) => ({
    what: `is not changed: ${at.text('manager')} has set ${at.list('fields').join(', ') || 'a field of it'} to something else.`,
    fix: 'Find out who that is. An admin can take it back once: `lab apply --take-back KEY`.',
    who: 'an admin',
  }),
  'other-uid': () => ({
    what: 'is not the disk that was made from here: another one has its name now.',
    fix: look,
    who: 'an admin',
  }),
  rejected: (at) => ({
    what: `is refused by the cluster${at.list('fields').length > 0 ? `, for ${at.list('fields').join(', ')}` : ''}. Nothing was changed.`,
    fix: 'Mend the request as the cluster’s own words say.',
  }),
  'never-fits': (at) => ({
    what: `asks for ${gpus(at.count('asks'))}, more than the lab’s ${at.count('limit')} altogether: it could never start.`,
    fix: `Ask for ${at.count('limit')} or fewer.`,
  }),
  'could-not-tell': () => ({
    what: 'was left alone: what is there could not be told for sure.',
    fix: 'Nothing to do for the member; the next apply looks again. If it lasts, an admin looks.',
    who: 'an admin',
  }),
  'memory-full': () => ({
    what: 'is not made: what is remembered of this member is as large as it may be.',
    fix: 'Remove requests that ended long ago; with them goes their memory.',
  }),
}

export function refusalSentence({ refusal, args, key, member }: Step, saying: Saying): Sentence {
  return sentences[refusal ?? 'could-not-tell'](evidenceOf(args), shortName(key, member, saying), member, saying)
}

function fields(at: Evidence): string {
  const names = at.list('fields')
  const [from, to] = [at.inside('from'), at.inside('to')]
  const changes = names.map((field) => (from.has(field) ? `${field} ${from.text(field)} → ${to.text(field)}` : field))
  return changes.join(', ') || (at.has('field') ? `${at.text('field')} ${at.text('from')} → ${at.text('to')}` : 'this')
}
