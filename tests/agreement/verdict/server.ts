import type { JsonObject } from '../../../scripts/model/json.ts'
import { isObject } from '../../../scripts/model/json.ts'
import type { Manifest } from '../../../scripts/model/manifest.ts'
import type { Answer, Client, Question } from '../../control-plane/client.ts'
import { plainNamespace } from '../../control-plane/nautilus/names.ts'
import type { Kind } from '../manifests/make-manifest.ts'
import { verdictOf, type Verdict } from './answer.ts'
import { needOf, type Need } from './needs.ts'

/** What a real kube-apiserver says to a manifest that was made as a `kind`. */
export type Server = (manifest: Manifest, kind: Kind) => Promise<Verdict>

/** Where each kind is made, after the namespace, and under which API. */
const lists: Readonly<Record<Kind, readonly [api: string, list: string]>> = {
  Pod: ['/api/v1', 'pods'],
  Job: ['/apis/batch/v1', 'jobs'],
  Deployment: ['/apis/apps/v1', 'deployments'],
  PersistentVolumeClaim: ['/api/v1', 'persistentvolumeclaims'],
  ConfigMap: ['/api/v1', 'configmaps'],
  Service: ['/api/v1', 'services'],
  Ingress: ['/apis/networking.k8s.io/v1', 'ingresses'],
}

/** At most so many things does one manifest want. */
const patience = 6

/**
 * Asks for a create as dry run, with strict decoding, in a namespace that knows only Kubernetes. What the manifest refers to and the server looks for
 * is made first, for real; if it cannot be made, its name is what was wrong.
 */
export function dryRun(ask: Client): Server {
  return async (manifest, kind) => {
    const path = `${collection(manifest, kind)}?dryRun=All&fieldValidation=Strict`
    for (let tries = 0; tries < patience; tries++) {
      const answer = await patiently(ask, { method: 'POST', path, body: manifest })
      if (answer === undefined) return await unanswered(ask)
      const need = answer.status === 201 ? undefined : needOf(answer.message)
      if (need === undefined) return verdictOf(answer)
      const refused = await provide(ask, need)
      if (refused !== undefined) return refused
    }
    return { verdict: 'unknown', message: 'it wants more and more' }
  }
}

/** A connection that was kept open may be closed just when a question is on its way. A dry run changes nothing: it is asked twice. */
async function patiently(ask: Client, question: Question): Promise<Answer | undefined> {
  return (await unlessClosed(ask, question)) ?? (await unlessClosed(ask, question))
}

async function unlessClosed(ask: Client, question: Question): Promise<Answer | undefined> {
  return await ask(question).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') return undefined
    throw new Error(`no answer about ${question.path} ${JSON.stringify(question.body)}`, { cause: error })
  })
}

/** Where a manifest makes the server panic, it closes the connection and lives on: it takes that manifest as little as one that it refuses. */
async function unanswered(ask: Client): Promise<Verdict> {
  const { status } = await ask({ method: 'GET', path: '/livez' })
  if (status !== 200) return { verdict: 'unknown', message: `no answer, and the server's health is ${status}` }
  return { verdict: 'refused', stage: 'panic', paths: [], causes: [], message: 'a panic: no answer, twice' }
}

/** The manifest's own namespace, where the server could have one by that name. */
export function collection(manifest: Manifest, kind: Kind): string {
  const [api, list] = lists[kind]
  const { namespace } = isObject(manifest['metadata']) ? manifest['metadata'] : ({} as JsonObject)
  const own = typeof namespace === 'string' && /^[a-z0-9-]{1,63}$/.test(namespace) ? namespace : plainNamespace
  return `${api}/namespaces/${own}/${list}`
}

/** Nothing, if what was needed is there now. */
async function provide(ask: Client, { collection: path, object, path: place }: Need): Promise<Verdict | undefined> {
  const { status, message } = await ask({ method: 'POST', path, body: object })
  if (status === 201 || status === 409) return undefined
  if (status !== 422) return { verdict: 'unknown', message: `${status} ${message}` }
  return { verdict: 'refused', stage: 'admission', paths: [place], causes: [], message }
}
