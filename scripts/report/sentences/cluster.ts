import type { ClusterCodes } from '../../model/codes/cluster.ts'
import { clause } from './clause.ts'
import { quoted } from './quoted.ts'
import type { Sentences } from './sentence.ts'

/** Why the cluster cannot be worked with. */
export const clusterSentences = {
  'kubeconfig-missing': ({ places }) => ({
    what: `This machine does not know the cluster: there is no ${places.map(quoted).join(' or ')}.`,
    fix: 'Download the file from https://nrp.ai/config and save it there, or let KUBECONFIG name another place.',
  }),
  'kubeconfig-unreadable': ({ file, reason }) => ({
    what: `${quoted(file)} cannot be used: ${clause(reason)}.`,
    fix: 'Repair the file, or download it again from https://nrp.ai/config.',
  }),
  'kubeconfig-entry': ({ what, name }) => ({
    what: `The kubeconfig names the ${what} ${quoted(name)} and does not say what it is.`,
    fix: '`kubectl config get-contexts` lists those it knows: choose one with `--context`.',
  }),
  'context-unset': ({ contexts }) => ({
    what: 'The kubeconfig does not say which context to use.',
    fix: `Choose one with \`--context\`: ${contexts.map(quoted).join(', ')}.`,
  }),
  'other-namespace': ({ context, namespace, lab }) => ({
    what: `The context ${quoted(context)} is for the namespace ${quoted(namespace)}, and this lab lives in ${quoted(lab)}.`,
    fix: `Choose another context, or run \`kubectl config set-context ${context} --namespace=${lab}\`.`,
  }),
  'connection-insecure': ({ cluster, setting }) => ({
    what: `Anybody on the way could read the login: the kubeconfig has ${quoted(setting)} for the cluster ${quoted(cluster)}.`,
    fix: 'Download the kubeconfig again from https://nrp.ai/config.',
  }),
  'setting-unsupported': ({ name, setting }) => ({
    what: `The kubeconfig has ${quoted(setting)} for ${quoted(name)}, which \`lab\` does not do.`,
    fix: 'Take that setting out, or use a context without it.',
  }),
  'login-program-missing': ({ command, hint }) => ({
    what: `The login needs the program ${quoted(command)}, and it is not here.`,
    fix: hint === '' ? 'Install it; for NRP it is kubelogin, as `kubectl-oidc_login`.' : hint,
  }),
  'login-failed': ({ command, reason }) => ({
    what: `The login with ${quoted(command)} did not work: ${clause(reason)}.`,
    fix: 'Run `kubectl oidc-login clean`, and try again.',
  }),
  'not-logged-in': ({ server, context }) => ({
    what: `The cluster at ${quoted(server)} does not accept the login of ${quoted(context)}: it is wrong, or its time is over.`,
    fix: 'Log in again; in CI, an admin puts in a new token.',
  }),
  unreachable: ({ server, reason }) => ({
    what: `The cluster at ${quoted(server)} does not answer: ${clause(reason)}.`,
    fix: 'Try again; https://nrp.ai/services-status says whether it is down.',
  }),
  'certificate-refused': ({ server, reason }) => ({
    what: `Whoever answers at ${quoted(server)} cannot prove to be the cluster: ${clause(reason)}.`,
    fix: 'Download the kubeconfig again from https://nrp.ai/config, outside a network that reads along.',
  }),
  'list-refused': ({ message }) => ({
    what: `The login may not read what it must: ${clause(message)}.`,
    fix: 'An admin gives the rights: `lab rights` prints them.',
  }),
} satisfies Sentences<ClusterCodes>
