import type { ClusterCodes } from '../../model/codes/cluster.ts'
import type { ClusterFault, ReadinessCodes, Tool } from '../../model/codes/readiness.ts'
import { duration } from '../plan/amounts.ts'
import { clusterSentences } from './cluster.ts'
import { quoted } from './quoted.ts'
import { sentenceFor } from './sentence-for.ts'

/** What is said of one thing on a machine; `fix` where there is something to do. */
export interface ReadinessTold {
  readonly title: string
  readonly what: string
  readonly fix?: string
}

const toolNames: Readonly<Record<Tool, string>> = { node: 'Node', git: 'Git', kubectl: 'kubectl' }
const toolPages: Readonly<Record<Tool, string>> = {
  node: 'Run `npm ci` here: it brings its own.',
  git: 'Install it: https://git-scm.com/downloads',
  kubectl: 'Install it: https://kubernetes.io/docs/tasks/tools. Asking for GPUs needs none; looking at a run does.',
}

/** Which file, login or place a fault of the cluster is about. */
const clusterTitles: Readonly<Record<keyof ClusterCodes, string>> = {
  'kubeconfig-missing': 'kubeconfig',
  'kubeconfig-unreadable': 'kubeconfig',
  'kubeconfig-entry': 'kubeconfig',
  'context-unset': 'context',
  'other-namespace': 'context',
  'connection-insecure': 'kubeconfig',
  'setting-unsupported': 'kubeconfig',
  'login-program-missing': 'cluster login',
  'login-failed': 'cluster login',
  'not-logged-in': 'cluster login',
  unreachable: 'cluster',
  'certificate-refused': 'cluster',
  'list-refused': 'namespace',
}

/** What sentences are made with besides the evidence. */
export interface ReadinessSaying {
  /** Whom to ask: `alice`, `alice or bob`. */
  readonly admins: string
}

export const readinessSentences: {
  readonly [C in keyof ReadinessCodes]: (args: ReadinessCodes[C], saying: ReadinessSaying) => ReadinessTold
} = {
  'on-roster': ({ login }) => ({ title: 'GitHub', what: `${login}, a member of this lab.` }),
  'not-on-roster': ({ login, id, near }, { admins }) => ({
    title: 'GitHub',
    what: `${login} is no member of this lab${near === undefined ? '' : `; ${quoted(near)} is`}.`,
    fix: `Ask ${admins} to add ${lineFor(login, id)} to \`members\` in lab.config.ts.`,
  }),
  suspended: ({ login }, { admins }) => ({
    title: 'GitHub',
    what: `${login} is suspended: requests are checked and never launched.`,
    fix: `Ask ${admins}.`,
  }),
  unbound: ({ login, id }, { admins }) => ({
    title: 'GitHub',
    what: `${login} is a member of this lab by name alone, so each pull request waits for an admin.`,
    fix: `Ask ${admins} to write ${lineFor(login, id)} in lab.config.ts.`,
  }),
  'other-account': ({ login, id, expected }, { admins }) => ({
    title: 'GitHub',
    what: `${login} is the account ${id} today, and the lab knows the account ${expected} by this name.`,
    fix: `If the account was renamed or made anew, ask ${admins} to correct lab.config.ts.`,
  }),
  'login-unknown': () => ({
    title: 'GitHub',
    what: 'nothing here says who you are at GitHub.',
    fix: 'Say it: `npx lab doctor --login NAME`; or log in once with `gh auth login`.',
  }),
  tool: ({ name, version }) => ({ title: toolNames[name], what: `${version}.` }),
  'tool-missing': ({ name }) => ({ title: toolNames[name], what: 'is not here.', fix: toolPages[name] }),
  'logged-in': ({ user, server, secondsLeft }) => ({
    title: 'cluster login',
    what: `${user} at ${server}${secondsLeft === undefined ? '' : `, good for ${duration(secondsLeft)}`}.`,
  }),
  'cluster-out': clusterTold,
  'cluster-silent': clusterTold,
  'namespace-open': ({ namespace }) => ({ title: 'namespace', what: `${namespace}, where the lab’s runs are.` }),
  'namespace-closed': ({ namespace, user }, { admins }) => ({
    title: 'namespace',
    what: `${user} is no member of ${namespace}.`,
    fix: `Log in once at https://nrp.ai, then ask ${admins} to add you there. That may take a day.`,
  }),
  'rights-missing': ({ namespace, rights }, { admins }) => ({
    title: 'namespace',
    what: `a login for ${namespace} without ${rights.map(quoted).join(', ')}: runs cannot be looked at as others do.`,
    fix: `Ask ${admins} for the role of a user in that namespace.`,
  }),
}

/** What an admin writes; the number where GitHub said it. */
function lineFor(login: string, id: number | undefined): string {
  return `\`${login}: { id: ${id ?? '…'} },\`${id === undefined ? ` (https://api.github.com/users/${login} shows the number)` : ''}`
}

function clusterTold({ code, args }: ClusterFault): ReadinessTold {
  const { what, fix } = sentenceFor<ClusterCodes, typeof code>(clusterSentences, code, args)
  return { title: clusterTitles[code], what, fix }
}
