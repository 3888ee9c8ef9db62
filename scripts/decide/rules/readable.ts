import type { Unreadable } from '../../model/change.ts'
import type { Reason } from '../../model/decision.ts'
import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** What cannot be read is not judged, and nobody can say yes to it. */
export const readable: Rule = ({ change }) => ('unreadable' in change ? [told(change)] : [])

function told(change: Unreadable): Reason {
  switch (change.unreadable) {
    case 'conflict':
      return reason('refuse', 'conflict', { paths: change.paths })
    case 'unrelated':
      return reason('refuse', 'unrelated', {})
    case 'too-many-paths':
      return reason('refuse', 'too-many-paths', { limit: change.limit })
    case 'too-large':
      return reason('refuse', 'too-large', { paths: change.paths })
    case 'malformed':
      return reason('refuse', 'malformed', { said: change.said })
    case 'crowded':
      return reason('refuse', 'too-many-pulls', { limit: change.limit })
    case 'gone':
      return reason('unknown', 'head-gone', {})
    case 'unknown':
    default:
      return reason('unknown', 'change-unknown', { said: change.said })
  }
}
