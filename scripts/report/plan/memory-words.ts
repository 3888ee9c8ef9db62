import type { Unreadable } from '../../model/world.ts'

/** What is wrong with a memory, as the end of a sentence about it. */
export const memoryWords: Readonly<Record<Unreadable | 'missing' | 'absent' | 'not-first', string>> = {
  missing: 'is missing, though the lab remembers that there was one',
  absent: 'is not there',
  'not-first': 'is not there, though there is work that was launched from here',
  'not-json': 'cannot be read',
  'wrong-sum': 'was changed by hand',
  'other-lab': 'belongs to another lab',
  'other-member': 'belongs to another member',
  'newer-version': 'was written by a newer version of this program',
}
