import { fetchHeads, readChange, type Room } from '../../scripts/change/index.ts'
import type { Change, Unreadable } from '../../scripts/model/change.ts'
import type { Files, LabRepository } from './lab-repository.ts'

export const base: Files = {
  'lab.config.ts': 'export default {}\n',
  'users/alice/dev.ts': 'one\ntwo\nthree\nfour\nfive\n',
  'users/bob/train.ts': 'a\nb\nc\nd\ne\nf\n',
}

/** What pull request 1 would do to main. */
export async function look(lab: LabRepository, room?: Room): Promise<Change | Unreadable> {
  const opened = room ?? (await lab.room())
  const head = (await fetchHeads(opened, [1])).get(1)
  return typeof head === 'string' ? readChange(opened.git, head, lab.main()) : (head ?? { unreadable: 'gone' })
}

/** `A 100644 users/alice/new.ts`; a mode is that of what comes, or of what goes. */
export function told(change: Change | Unreadable): readonly string[] {
  if ('unreadable' in change) return [change.unreadable]
  return change.paths.map(({ path, before, after }) => {
    const letter = before === undefined ? 'A' : after === undefined ? 'D' : 'M'
    return `${letter} ${(after ?? before)?.mode} ${path}`
  })
}
