import type { Lab } from '../../scripts/model/lab.ts'
import type { Cluster } from '../control-plane/cluster.ts'
import { kubeconfig } from '../control-plane/identities.ts'
import type { Robot } from '../control-plane/nautilus/rights.ts'
import { ownNamespace, vacate } from '../stories/own-namespace.ts'
import { labRuns, type LabRuns } from './lab-runs.ts'
import { labSights, type LabSights } from './lab-sights.ts'
import { openStage, type Stage } from './open-stage.ts'
import { configText, type Level, type Login, people, seal, sealKey, storyLab } from './story-config.ts'

type Files = Readonly<Record<string, string | null>>

export interface LabStageOptions {
  readonly cluster: Cluster
  readonly level: Level
  /** Its own, so that no other test is met there. */
  readonly namespace: string
  /** Where `lab-apply` finds the API server, if not where it is. */
  readonly server?: string
}

/** A lab at GitHub and on the cluster, as its people see it: each act of theirs is one call, each run of a workflow too. */
export interface LabStage extends AsyncDisposable, LabRuns, LabSights {
  readonly stage: Stage
  readonly level: Level
  /** What `lab.config.ts` holds at first. */
  readonly config: Lab
  /** A pull request from a member's fork; with its number, another push. */
  readonly change: (by: Login, files: Files, pull?: number) => number
  /** Somebody writes to main past everything: what a lab without a lane does, and one with a lane does not carry out. */
  readonly push: (files: Files) => string
  /** An admin's button. Gives GitHub's status. */
  readonly merge: (pull: number) => Promise<number>
  /** One look of `review.yml`; where people merge, an admin then merges these. */
  readonly look: (...goIn: readonly number[]) => Promise<void>
  /** Sets every later clock ahead. */
  readonly ahead: (days: number) => void
}

/** Puts up a lab at this level, of which nothing was applied yet; whoever does takes it down. */
export async function openLabStage({ cluster, level, namespace, server }: LabStageOptions): Promise<LabStage> {
  const plain = storyLab(namespace)
  await ownNamespace(cluster, plain, { nautilus: true })
  let seconds = 0
  const review: Record<string, string> = {}
  const secrets = {
    review,
    cluster: { KUBECONFIG: await keyTo(cluster, namespace, 'lab-apply', server) },
    storage: { KUBECONFIG: await keyTo(cluster, namespace, 'lab-storage') },
  }
  const now = (): Date => new Date(Date.now() + seconds * 1000)
  const stage = await openStage({ secrets, now, files: { 'lab.config.ts': configText(plain) } })
  admitPeople(stage, plain)
  const config = level === 'simple' ? plain : installLane(stage, plain, review)
  const runs = labRuns(stage, () => seconds)
  const merge: LabStage['merge'] = (pull) => pressButton(stage, pull)
  return {
    ...runs,
    ...labSights(stage, cluster, namespace),
    stage,
    level,
    config,
    merge,
    change: (by, files, pull) => proposed(stage, by, files, pull),
    push: (files) => stage.commit('refs/heads/main', files),
    look: async (...goIn) => {
      await runs.review()
      if (level === 'computed') return
      for (const pull of goIn) {
        const status = await merge(pull)
        if (status !== 200) throw new Error(`#${pull} could not be merged: ${status}\n${runs.log()}`)
      }
    },
    ahead: (days) => {
      seconds = days * 24 * 3600
    },
    [Symbol.asyncDispose]: async () => {
      await stage[Symbol.asyncDispose]()
      await vacate(cluster, namespace)
    },
  }
}

/** For a year, so that a clock may be ahead. */
async function keyTo(cluster: Cluster, namespace: string, robot: Robot, server = cluster.server): Promise<string> {
  const asked = ['create', 'token', robot, '--namespace', cluster.namespace, '--duration=8760h']
  const { stdout: token } = await cluster.kubectl(asked)
  return kubeconfig({ server, caFile: cluster.caFile, namespace }, { [robot]: token.trim() }, robot)
}

function admitPeople({ double, secrets }: Stage, { admins }: Lab): void {
  const { hand, state } = double
  for (const [login, id] of Object.entries(people)) hand.person(login, id)
  for (const admin of admins) state.collaborators.set(admin, 'admin')
  for (const name of Object.keys(secrets))
    state.environments.set(name, { branches: ['main'], secrets: [], adminsBypass: false })
}

/** The App, its keys, and the rule that only it lets anything in; from here on the lane signs. */
function installLane({ double, git, commit }: Stage, lab: Lab, keys: Record<string, string>): Lab {
  const { app, state } = double
  Object.assign(keys, { LAB_APP_KEY: app.privateKey, LAB_SEAL_KEY: sealKey })
  const since = git(['rev-parse', 'main'])
  const computed = { ...lab, review: { level: 'computed', app: { id: app.id, slug: app.slug }, seal, since } } as const
  commit('refs/heads/main', { 'lab.config.ts': configText(computed) })
  const required_status_checks = [{ context: 'lab/approval', integration_id: app.id }]
  const rule = { type: 'required_status_checks', parameters: { required_status_checks } }
  state.rulesets.push({ id: 77, name: 'main', enforcement: 'active', bypass: [], rules: [rule] })
  return computed
}

function proposed({ double, git, commit }: Stage, by: Login, files: Files, pull?: number): number {
  const number = pull ?? Math.max(0, ...double.state.issues.keys()) + 1
  const head = `refs/pull/${number}/head`
  if (pull !== undefined) {
    commit(head, files, git(['rev-parse', head]))
    return number
  }
  commit(head, files)
  return double.hand.pull({ by, branch: 'patch-1', fork: `${by}/lab`, number }).number
}

async function pressButton({ double }: Stage, pull: number): Promise<number> {
  const headers = { authorization: `Bearer ${double.tokenFor({ person: 'root' })}` }
  const address = `${double.url}/repos/${double.owner}/${double.name}/pulls/${pull}/merge`
  return (await fetch(address, { method: 'PUT', headers, body: '{}' })).status
}
