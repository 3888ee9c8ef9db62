import type { Setting } from '../setting.ts'

/** Which events may start a workflow at all: the API does not tell yet. */
export const events: Setting = {
  id: 'events',
  from: 'computed',
  looks: () => [{ paths: [], judge: () => ({ is: 'by-eye' }) }],
}
