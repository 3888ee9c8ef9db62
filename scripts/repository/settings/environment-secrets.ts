import { environmentsOf } from '../environments.ts'
import { exactly, told } from '../judgements.ts'
import type { Setting } from '../setting.ts'
import { secretsIn } from './secrets-outside.ts'

/** One credential in each environment: the keys of the cluster and those of the App never meet in one job. */
export const environmentSecrets: Setting = {
  id: 'environment-secrets',
  from: 'simple',
  looks: ({ lab, path }) =>
    Object.entries(environmentsOf(lab)).map(([name, wanted]) => ({
      of: name,
      paths: [`${path}/environments/${name}/secrets?per_page=100`],
      judge: (secrets) =>
        secrets.status === 404 ? exactly([], wanted) : told([secrets], (body) => exactly(secretsIn(body), wanted)),
    })),
}
