import type { Rule } from './rights.ts'

/** What a member does by hand with a run of their own. NRP gives all of it, and more, to everybody in a namespace. */
export const memberRights: readonly Rule[] = [
  { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] },
  { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
  { apiGroups: [''], resources: ['pods/exec', 'pods/portforward'], verbs: ['create'] },
]
