import lab from '#lab/config'
import type { Member as MemberRow } from '../scripts/model/lab.ts'
import { askOptions } from './ask.ts'
import { checkName } from './check-name.ts'
import { oneOf } from './check.ts'
import { context } from './context.ts'
import { mentioned, type OptionFault } from './made.ts'
import type { SharedOptions } from './options.ts'
import { plain } from './plain.ts'
import type { Disk, Member } from './words.ts'

const members: Readonly<Record<string, MemberRow>> = lab.members
const memberCheck = oneOf(Object.keys(members))

/** Another member's disk, to mount: `mounts: { '/imagenet': shared('bob', 'imagenet') }`. Requests nothing. */
export function shared(owner: Member, name: string, options?: SharedOptions): Disk {
  const faults: OptionFault[] = []
  const at = (called: string, key: number) => ({ template: 'shared', faults, key, called })
  const login = memberCheck(plain(owner), at('owner', 0))
  const prefix = login === undefined ? context().prefix : (members[login]?.prefix ?? login.toLowerCase())
  const ownName = checkName(plain(name), at('name', 1), prefix)
  const { write = false } = askOptions('shared', options, at('', 2))
  const disk: Disk = {
    kind: 'PersistentVolumeClaim',
    metadata: { name: `${prefix}-${ownName ?? 'shared'}` },
    readOnly: !write,
  }
  return mentioned('shared', disk, faults)
}
