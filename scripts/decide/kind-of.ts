import { areaOf } from '../model/change.ts'
import type { ChangeKind } from '../model/decision.ts'
import type { Facts } from '../model/facts.ts'
import { isAdmin, isMember } from './accounts.ts'
import { pathsOf } from './paths-of.ts'

/** What a change is: known before anything in it is evaluated. */
export function kindOf(facts: Pick<Facts, 'author' | 'roster' | 'change'>): ChangeKind {
  if (!isMember(facts)) return 'stranger'
  if ('unreadable' in facts.change) return 'unreadable'
  const areas = pathsOf(facts).map(({ path }) => areaOf(path))
  const kinds = new Set(areas.map(({ area }) => area))
  const [only] = kinds
  if (only === undefined) return 'empty'
  if (kinds.has('stray')) return 'foreign'
  if (kinds.size > 1) return 'mixed'
  if (only !== 'requests') return only === 'grants' ? 'grants' : 'house'
  if (areas.every((one) => 'owner' in one && one.owner === facts.author.login)) return 'requests'
  return isAdmin(facts) && onlyRemoves(facts) ? 'removal' : 'foreign'
}

function onlyRemoves(facts: Pick<Facts, 'change'>): boolean {
  return pathsOf(facts).every(({ after }) => after === undefined)
}
