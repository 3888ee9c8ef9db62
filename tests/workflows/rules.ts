import { environmentOf, workflowFrom, type Job, type Step, type Workflow } from './workflow.ts'

/** Which secrets stand in an environment (`pipeline.md` 7): each job uses one environment, and so one credential. */
const secretsOf: Readonly<Record<string, readonly string[]>> = {
  cluster: ['KUBECONFIG'],
  'cluster-read': ['KUBECONFIG'],
  storage: ['KUBECONFIG'],
  review: ['LAB_APP_KEY', 'LAB_SEAL_KEY'],
}

type Fault = string | undefined | false

/** What a workflow must not do and linters do not know: `apply.yml apply: checkout-ref`. */
export function faultsOf(file: string, text: string): readonly string[] {
  const workflow = workflowFrom(text)
  const jobs = Object.entries(workflow.jobs).flatMap(([id, job]) =>
    ofJob(workflow, job).map((fault) => `${file} ${id}: ${fault}`),
  )
  return [...kept(ofFile(workflow)).map((fault) => `${file}: ${fault}`), ...jobs]
}

function ofFile({ permissions, on }: Workflow): readonly Fault[] {
  return [
    JSON.stringify(permissions) !== '{}' && 'permissions-on-top: `permissions: {}` and no more',
    'pull_request_target' in on && 'pull-request-target',
  ]
}

function ofJob({ on }: Workflow, job: Job): readonly string[] {
  const { steps = [], uses, permissions, 'runs-on': runner, 'timeout-minutes': minutes } = job
  const isOwn = uses === undefined
  return kept([
    permissions === undefined && 'no-permissions',
    isOwn && minutes === undefined && 'no-timeout',
    isOwn && runner !== 'ubuntu-24.04' && `runner: ${runner}`,
    !isOwn && !uses.startsWith('./.github/workflows/') && `foreign-workflow: ${uses}`,
    'pull_request' in on && environmentOf(job) !== undefined && 'environment-on-change',
    secretFault(job),
    ...steps.flatMap(ofStep),
  ])
}

/** Also one that is not named, `toJSON(secrets)` and `secrets: inherit`, which gives all. */
function secretFault(job: Job): Fault {
  const text = JSON.stringify(job)
  const environment = environmentOf(job)
  const allowed = environment === undefined ? [] : (secretsOf[environment] ?? [])
  const named = [...text.matchAll(/\bsecrets\b(?:\.(\w+))?/g)].map(([, name]) => name ?? 'all of them')
  const wrong = named.filter((name) => !allowed.includes(name))
  return wrong.length > 0 && `secret: ${wrong.join(', ')} in ${environment ?? 'no environment'}`
}

function ofStep(step: Step): readonly Fault[] {
  return step.uses === undefined ? ofScript(step.run ?? '') : ofAction(step.uses, step.with ?? {})
}

function ofAction(uses: string, given: Readonly<Record<string, unknown>>): readonly Fault[] {
  const isCheckout = uses.startsWith('actions/checkout@')
  return [
    !uses.startsWith('actions/') && `foreign-action: ${uses}`,
    !/@[0-9a-f]{40}$/.test(uses) && `unpinned: ${uses}`,
    (uses.startsWith('actions/cache') || 'cache' in given) && `cache: ${uses}`,
    isCheckout && 'ref' in given && 'checkout-ref',
    isCheckout && given['persist-credentials'] !== false && 'persist-credentials',
  ]
}

function ofScript(run: string): readonly Fault[] {
  const labs = run.match(/\blab\s+[a-z]/g) ?? []
  return [
    run.includes('${{') && 'expression-in-run',
    /\bnpm (?:ci|install|i)\b/.test(run) && !run.includes('--ignore-scripts') && 'install-scripts',
    /\bnpx (?!--no )/.test(run) && 'npx: without `--no` it asks the registry',
    labs.length > 1 && 'two-commands',
  ]
}

function kept(faults: readonly Fault[]): readonly string[] {
  return faults.filter((fault) => typeof fault === 'string')
}
