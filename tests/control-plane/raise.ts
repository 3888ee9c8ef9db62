import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Lab } from '../../scripts/model/lab.ts'
import { type Client, client } from './client.ts'
import { caIn, type Description, descriptionFile } from './cluster.ts'
import { collectionOf } from './collection.ts'
import { apiServer, controllerManager, etcd, kwok, scheduler, type Site } from './command-lines.ts'
import { furnish, lay } from './furnish.ts'
import { type Access, kubeconfig, peoplesTokens, type Tokens, users } from './identities.ts'
import { type KubernetesObject, nautilus } from './nautilus/index.ts'
import type { ClusterOptions } from './options.ts'
import { nautilusReady, serverReady } from './ready.ts'
import { robotTokens } from './robot-tokens.ts'
import type { Supervisor } from './supervisor.ts'
import { until } from './until.ts'

/** Starts the servers in the order of their needs, makes Nautilus inside, and leaves in the folder what `openCluster` reads. */
export async function raise(site: Site, options: ClusterOptions, supervisor: Supervisor): Promise<void> {
  const { folder, apiPort, kubeletPort } = site
  const { lab } = options
  const access = { server: `https://127.0.0.1:${apiPort}`, caFile: caIn(folder), namespace: lab.namespace }
  const people = peoplesTokens()
  await furnish(site, options, access, people)
  await startControlPlane(site, options, supervisor)
  const ask = client({ server: access.server, ca: await readFile(access.caFile, 'utf8'), token: people.admin })
  await serverReady(ask)
  supervisor.start(kwok(site))
  await populate(ask, lab, kubeletPort)
  await introduce(folder, access, { ...people, ...(await robotTokens(ask, lab.namespace)) })
}

/** Those that ask the API server want its certificate, which it makes first of all, and are patient with the rest. */
async function startControlPlane(site: Site, options: ClusterOptions, { start }: Supervisor): Promise<void> {
  start(etcd(site))
  start(apiServer(site, options))
  await until('the API server has a certificate', async () => existsSync(caIn(site.folder)) || undefined)
  start(controllerManager(site))
  start(scheduler(site))
}

async function populate(ask: Client, lab: Lab, kubeletPort: number): Promise<void> {
  for (const objects of nautilus(lab, kubeletPort)) await Promise.all(objects.map((object) => make(ask, object)))
  await nautilusReady(ask, lab.namespace)
}

async function make(ask: Client, object: KubernetesObject): Promise<void> {
  const { status, message } = await ask({ method: 'POST', path: collectionOf(object), body: object })
  if (status !== 201) throw new Error(`${object.kind} ${object.metadata?.name}: ${message}`)
}

/** Last, for its presence tells that the cluster is ready. */
async function introduce(folder: string, access: Access, tokens: Tokens): Promise<void> {
  const { server, namespace } = access
  const description: Description = { server, namespace, tokens }
  await lay(folder, {
    ...Object.fromEntries(
      users.map((user) => [`${user}.kubeconfig`, kubeconfig(access, { [user]: tokens[user] }, user)]),
    ),
    kubeconfig: kubeconfig(access, tokens, 'lab-admin'),
  })
  await lay(folder, { [descriptionFile]: JSON.stringify(description) })
}
