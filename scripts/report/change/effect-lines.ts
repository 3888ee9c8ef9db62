import type { Card } from '../../model/card.ts'
import { code } from '../code.ts'
import { counted, type Section } from './section.ts'
import { findingRow } from './mend-section.ts'
import type { Where } from './where.ts'

/** What another house makes of everybody's requests, in one line and a list of new findings. */
export function effectLines({ effect, decision }: Card): readonly string[] {
  if (decision.kind !== 'house') return []
  if (effect === undefined) {
    return ['', 'What this does to everybody’s requests could not be tried out. Read it with care.']
  }
  const { fresh, mended, altered } = effect
  const names = altered.slice(0, most).map(code).join(', ')
  const more = altered.length > most ? ` and ${altered.length - most} more` : ''
  const bytes =
    altered.length === 0
      ? 'No request comes out otherwise than now.'
      : `${counted(altered.length, 'request')} come${altered.length === 1 ? 's' : ''} out otherwise than now: ${names}${more}. What runs goes on as it was launched.`
  return ['', `**For everybody:** ${counted(fresh.length, 'new finding')}, ${mended} gone. ${bytes}`]
}

const most = 10

export function effectSection(card: Card, where: Where): Section {
  const rows = (card.effect?.fresh ?? []).map((finding) => findingRow(finding, card, where))
  return { title: 'New findings for members', rows, noun: 'finding' }
}
