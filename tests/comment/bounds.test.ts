import { describe, expect, test } from 'vitest'
import type { Card } from '../../scripts/model/card.ts'
import { changeMarks } from '../../scripts/report/index.ts'
import { cardIn, where } from './scene.ts'
import { scenes, smallLab } from './scenes.ts'

const count = 500

function many<T>(all: readonly T[]): readonly T[] {
  return Array.from({ length: count }, () => all).flat()
}

/** A real card with each of its lists so many times over. */
async function large(name: string): Promise<Card> {
  const scene = scenes[name]
  if (scene === undefined) throw new Error(`no scene ${name}`)
  const card = await cardIn(scene, smallLab)
  const requests = many(card.requests).map((one, index) => ({ ...one, request: `carol/r${index}` }))
  const reasons = many(card.decision.reasons)
  const { own, lifted, others } = card.findings
  return {
    ...card,
    requests,
    numbers: many(card.numbers),
    offers: many(card.offers),
    alternatives: many(card.alternatives),
    inForce: many(card.inForce),
    decision: { ...card.decision, reasons },
    findings: { own: many(own), lifted: many(lifted), others: many(own).concat(others) },
    foreseen: { certain: many(card.foreseen.certain), uncertain: many(card.foreseen.uncertain) },
  }
}

describe('five hundred changed requests', () => {
  const names = ['needs-admin-eight-a100', 'needs-admin-eight-gpus', 'refused-at-their-lines', 'fields-changed']
  const cards = Promise.all(names.map(large))

  test.each(names)('%s stays under GitHub’s limit, and nothing is cut without a number', async (name) => {
    const card = (await cards)[names.indexOf(name)]
    if (card === undefined) throw new Error(name)
    const { comment = '', check } = changeMarks(card, where)
    expect(comment.length).toBeLessThanOrEqual(60_000)
    expect(check.summary.length).toBeLessThanOrEqual(60_000)
    const folds = comment.split('<details>').slice(1)
    expect(folds.filter((fold) => !fold.includes('</details>'))).toEqual([])
    for (const fold of folds) expect(itemsOf(fold)).toBe(Number(/\((\d+)\)<\/summary>/.exec(fold)?.[1]))
  })

  test('all of them are there or counted', async () => {
    const { comment = '' } = changeMarks(await large('fields-changed'), where)
    const [open = '', ...folds] = comment.split('<details>')
    const [rest = ''] = folds
    expect(itemsOf(open.slice(0, open.indexOf('more, folded'))) + itemsOf(rest)).toBe(count)
  })
})

/** List items, rows and manifests that a fold shows, and how many it says that it does not. */
function itemsOf(fold: string): number {
  const outside = fold.replaceAll(/^```yaml\n[^]*?\n```$/gm, '```')
  const shown = outside.match(/^(?:- |\| (?![|-])|```)/gm)?.length ?? 0
  return shown + Number(/(\d+) \w+ more than fit here/.exec(fold)?.[1] ?? 0)
}
