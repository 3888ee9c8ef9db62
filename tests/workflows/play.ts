import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { actBinary } from './act.ts'
import type { Stage } from './open-stage.ts'
import type { WorkflowRun } from './run-workflow.ts'

const house = resolve(import.meta.dirname, '..', '..')
const standIns = join(import.meta.dirname, 'stand-ins')

/** What act is started on. */
export interface Place {
  readonly folder: string
  readonly commit: string
  readonly ref: string
  readonly uses: readonly string[]
}

/** Plays one workflow, and returns all that act printed. */
export async function play(
  stage: Stage,
  { workflow, event, env = {}, patience = 180 }: WorkflowRun,
  { folder, commit, ref, uses }: Place,
): Promise<string> {
  const told = {
    GITHUB_API_URL: stage.double.url,
    GITHUB_REF: ref,
    LAB_REMOTE: `file://${stage.repository}`,
    LAB_COMMIT: commit,
    LAB_BRANCH: ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : '',
    LAB_ARTIFACTS: join(folder, 'artifacts'),
    LAB_TAMPER: join(folder, 'tamper'),
    LAB_NODE_MODULES: join(house, 'node_modules'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    ...env,
  }
  const files = ['--env-file', '--var-file', '--input-file'].flatMap((flag) => [flag, ''])
  const args = [
    event,
    '--json',
    `--directory=${join(folder, 'tree')}`,
    `--workflows=.github/workflows/${workflow}.yml`,
    `--eventpath=${join(folder, 'event.json')}`,
    `--secret-file=${join(folder, 'secrets.yaml')}`,
    `--action-cache-path=${join(folder, 'cache')}`,
    '--platform=ubuntu-24.04=-self-hosted',
    '--defaultbranch=main',
    '--no-cache-server',
    '--no-skip-checkout',
    '--action-offline-mode',
    ...files,
    ...Object.entries(told).map(([name, value]) => `--env=${name}=${value}`),
    ...(await localActions(uses)).map((one) => `--local-repository=${one}`),
  ]
  const path = [join(standIns, 'bin'), join(house, 'node_modules', '.bin'), process.env['PATH']].join(':')
  const options = { env: { PATH: path, HOME: join(folder, 'home') }, timeout: patience * 1000, maxBuffer: 64 << 20 }
  const binary = await actBinary()
  return await new Promise((done) => {
    execFile(binary, args, options, (error, stdout, stderr) => {
      done(stdout + stderr + (error?.killed === true ? `stopped after ${patience} s` : ''))
    })
  })
}

/** `actions/checkout@<sha>=<folder>` for each action that has a stand-in; without one, act would go to the network. */
async function localActions(uses: readonly string[]): Promise<readonly string[]> {
  const known = new Set(await readdir(standIns))
  return uses.flatMap((used) => {
    const [, name = ''] = /^actions\/([\w-]+)@/.exec(used) ?? []
    return known.has(name) ? [`${used}=${join(standIns, name)}`] : []
  })
}
