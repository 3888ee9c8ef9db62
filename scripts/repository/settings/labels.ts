import { itemsAt, textAt } from '../../model/at.ts'
import { ownLabels } from '../../model/own-labels.ts'
import { exactly, told } from '../judgements.ts'
import type { Setting } from '../setting.ts'

const wanted = Object.keys(ownLabels)

/** GitHub gives an issue the label of its form only where the label is there already. */
export const labels: Setting = {
  id: 'labels',
  from: 'simple',
  looks: ({ path }) => [
    {
      paths: [1, 2].map((page) => `${path}/labels?per_page=100&page=${page}`),
      judge: (...pages) =>
        told(pages, (...bodies) => {
          const there = bodies.flatMap((body) => itemsAt({ body }, 'body')).map((label) => textAt(label, 'name') ?? '')
          return exactly(
            wanted.filter((name) => there.includes(name)),
            wanted,
          )
        }),
    },
  ],
}
