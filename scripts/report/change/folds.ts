import type { Card, FieldChange } from '../../model/card.ts'
import { block } from '../block.ts'
import { code } from '../code.ts'
import { prose } from '../prose.ts'
import { foreignIn, reasonSentence } from '../sentences/reasons.ts'
import { findingRow } from './mend-section.ts'
import type { Fold } from './section.ts'
import type { Where } from './where.ts'

/** What is there for whoever wants to know more; here Kubernetes' own words may stand. */
export function foldsOf(card: Card, where: Where): readonly Fold[] {
  return [fields(card), checks(card), others(card, where), manifests(card)]
}

function fields({ requests }: Card): Fold {
  return {
    title: 'changed fields',
    items: requests.flatMap(({ request, fields: own }) => own.map((change) => fieldRow(request, change))),
    noun: 'field',
  }
}

function fieldRow(request: string, { path, before, after }: FieldChange): string {
  const was = before === undefined ? 'nothing' : code(before)
  const is = after === undefined ? 'nothing' : code(after)
  return `- ${code(request)} ${code(path)}: ${was} → ${is}`
}

function checks({ decision }: Card): Fold {
  const items = decision.reasons.map((reason) => {
    const { short } = reasonSentence(reason)
    return `- ${words[reason.says]} ${code(reason.code)} ${prose(short, foreignIn(reason))}`
  })
  return { title: 'rules that decided', items, noun: 'rule' }
}

const words = { refuse: '✖', unknown: '⚠', ask: '✋', grant: '✔', allow: '✔' } as const

function others(card: Card, where: Where): Fold {
  const rows = card.findings.others.map((finding) => findingRow(finding, card, where))
  return { title: 'what it does to others', items: rows, noun: 'finding' }
}

function manifests({ requests }: Card): Fold {
  const items = requests.flatMap(({ request, yaml }) =>
    yaml === undefined || yaml === '' ? [] : [`${code(request)}\n\n${block(yaml, 'yaml')}\n`],
  )
  return { title: 'manifests; values of environment variables are left out', items, noun: 'request' }
}
