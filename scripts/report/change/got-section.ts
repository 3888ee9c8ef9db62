import type { Card, RequestCard, ThingChange } from '../../model/card.ts'
import { code } from '../code.ts'
import { keptLine } from './kept-line.ts'
import type { Section } from './section.ts'
import { thingParts } from './thing-parts.ts'

/** What each request gets, one row each. */
export function gotSection({ requests }: Card): Section {
  const title = requests.every(({ is }) => is === 'gone') ? 'What goes' : 'What you get'
  return { title, rows: requests.filter(isTold).map(row), noun: 'request' }
}

/** A request that a fault kept from making anything has nothing to show. */
function isTold({ is, things }: RequestCard): boolean {
  return is === 'gone' || things.length > 0
}

const words: Readonly<Record<RequestCard['is'], string>> = { new: 'new', changed: 'changed', gone: 'removed' }

function row({ request, is, things }: RequestCard): string {
  const lines = is === 'gone' ? [] : things.slice(0, most).flatMap((change) => thingLines(change, request))
  const more = things.length > most && is !== 'gone' ? [`… and ${things.length - most} more parts`] : []
  return [`- ${code(request)} · **${words[is]}**`, ...lines, ...more].join('<br>\n  ')
}

const most = 6

function thingLines({ before, after }: ThingChange, request: string): readonly string[] {
  const [old, fresh] = [before, after].map((thing) => (thing === undefined ? undefined : thingParts(thing)))
  if (fresh === undefined) return [`${old?.name ?? ''} goes`]
  const parts = [...fresh.parts].map(([label, text]) => {
    const was = old?.parts.get(label)
    if (old === undefined || was === text) return text
    return was === undefined ? `**${text}**` : `${was} → **${text}**`
  })
  const lines = [`${fresh.name}${parts.length === 0 ? '' : `: ${parts.join(' · ')}`}`]
  return after === undefined ? lines : [...lines, ...keptLine(after, request)]
}
