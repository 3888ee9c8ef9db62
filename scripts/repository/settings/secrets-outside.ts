import { at, itemsAt, textAt } from '../../model/at.ts'
import type { Json } from '../../model/json.ts'
import { exactly, told } from '../judgements.ts'
import type { Setting } from '../setting.ts'

/** Secrets that no environment guards: every workflow of every branch gets them. */
export const secretsOutside: Setting = {
  id: 'secrets-outside',
  from: 'simple',
  looks: ({ path, isOrganization }) => {
    const lists = isOrganization ? ['secrets', 'organization-secrets'] : ['secrets']
    return [
      {
        paths: lists.map((list) => `${path}/actions/${list}?per_page=100`),
        judge: (...answers) =>
          told(answers, (...bodies) =>
            bodies.every((body) => Array.isArray(at(body, 'secrets')))
              ? exactly(bodies.flatMap(secretsIn), [])
              : { is: 'unreadable', status: 200 },
          ),
      },
    ]
  },
}

export function secretsIn(body: Json): readonly string[] {
  return itemsAt(body, 'secrets').map((secret) => textAt(secret, 'name') ?? '')
}
