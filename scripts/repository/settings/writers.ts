import { itemsAt, textAt } from '../../model/at.ts'
import { exactly, told } from '../judgements.ts'
import type { Setting } from '../setting.ts'

/** Who can write can merge, and can push into a colleague's branch: members work from forks. */
export const writers: Setting = {
  id: 'writers',
  from: 'simple',
  looks: ({ lab, path }) => [
    {
      paths: [`${path}/collaborators?permission=push&per_page=100`],
      judge: (people) =>
        told([people], (body) =>
          exactly(
            itemsAt({ body }, 'body').map((person) => (textAt(person, 'login') ?? '').toLowerCase()),
            lab.admins.map((login) => login.toLowerCase()),
          ),
        ),
    },
  ],
}
