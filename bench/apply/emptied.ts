/** `node emptied.ts CLUSTER-FOLDER`: takes away all that any of the peers made, and ends once it is gone. */
import { setTimeout } from 'node:timers/promises'
import { isObject, type JsonObject } from '../../scripts/model/json.ts'
import { openCluster } from '../../tests/control-plane/cluster.ts'

const { as, namespace } = await openCluster(process.argv[2] ?? '')
const ask = as('admin')
const kinds = ['pods', 'persistentvolumeclaims', 'configmaps']

await Promise.all(
  kinds.slice(0, 2).map((kind) => ask({ method: 'DELETE', path: `${pathOf(kind)}?gracePeriodSeconds=0` })),
)
for (const name of (await namesOf('configmaps')).filter((one) => one.startsWith('lab.')))
  await ask({ method: 'DELETE', path: `${pathOf('configmaps')}/${name}` })
while ((await Promise.all(kinds.slice(0, 2).map(namesOf))).flat().length > 0) await setTimeout(200)

async function namesOf(kind: string): Promise<readonly string[]> {
  const { items } = (await ask({ method: 'GET', path: pathOf(kind) })).body as {
    readonly items?: readonly JsonObject[]
  }
  return (items ?? []).map(({ metadata }) =>
    isObject(metadata) && typeof metadata['name'] === 'string' ? metadata['name'] : '',
  )
}

function pathOf(kind: string): string {
  return `/api/v1/namespaces/${namespace}/${kind}`
}
