import type { ReachCodes, SecretCodes } from '../../model/codes/policy.ts'
import type { Sentences } from './sentence.ts'

const choices = {
  nodeName: 'a machine, past everybody who waits',
  schedulerName: 'a scheduler of its own',
  runtimeClassName: 'a way of running containers of its own',
} as const

export const reachSentences = {
  'host-access': ({ field }) => ({
    what: `\`${field}\` reaches into the machine itself, where others work.`,
    fix: 'Leave it out. For files use `volume(…)`, for a port `kubectl port-forward`.',
  }),
  privileged: ({ field }) => ({
    what: `\`${field}\` gives a container more power over its machine than a run needs.`,
    fix: 'Leave it out. What has to be installed as an administrator belongs in the image.',
  }),
  'cluster-identity': ({ field }) => ({
    what: `\`${field}\` would let the run speak to the cluster in the name of a service account.`,
    fix: 'Leave it out.',
  }),
  'cluster-token': () => ({
    what: 'The run would carry a key to the cluster, as every pod does that does not refuse it.',
    fix: 'Write `automountServiceAccountToken: false` in the `spec` of the pod.',
  }),
  'scheduling-bypassed': ({ field }) => ({
    what: `With \`${field}\` it would choose ${choices[field]}.`,
    fix: 'Leave it out; to choose a kind of GPU or a region, use `gpu` and the storage of your disks.',
  }),
  'volume-type': ({ volume, type }) => ({
    what: `The volume \`${volume}\` is of the type \`${type}\`, which the lab does not use.`,
    fix: 'Use a disk made with `volume(…)`, or an `emptyDir` for what may be lost at the end.',
  }),
  'toleration-of-all': () => ({
    what: 'A toleration without a key takes every machine, also broken ones and those of others.',
    fix: 'Remove it.',
  }),
  'toleration-never': ({ key }) => ({
    what: `Machines marked \`${key}\` are broken or the cluster's own, and nobody may use them.`,
    fix: 'Remove the toleration.',
  }),
  'toleration-automatic': ({ taint }) => ({
    what: `The cluster adds the toleration \`${taint}\` itself, to jobs that ask for 4 or 8 GPUs.`,
    fix: 'Remove it.',
  }),
  'toleration-renamed': ({ key, now }) => ({
    what: `\`${key}\` is an old name; machines are marked \`${now}\` today.`,
    fix: 'Remove the toleration; if you need these machines, ask an admin about the new name.',
  }),
  'toleration-authorised': ({ taint }) => ({
    what: `Machines marked \`${taint}\` are for those whom NRP has authorised.`,
    fix: 'Remove the toleration, or say in the pull request by whom you were authorised.',
    who: 'An admin can allow it.',
  }),
  'toleration-unknown': ({ taint }) => ({
    what: `The lab knows no machines marked \`${taint}\`.`,
    fix: 'Remove the toleration.',
    who: 'An admin can add it to `taints` in `lab.config.ts`, if NRP lets us use them.',
  }),

  'secret-in-git': () => ({
    what: 'A Secret in a file is no secret: everybody who can read the repository has it, for ever.',
    fix: "Remove it, make the key invalid where it came from, and use the option `secrets: ['WANDB_API_KEY']`.",
  }),
  'secret-foreign': ({ secret, expected }) => ({
    what: `The Secret \`${secret}\` is not yours.`,
    fix: expected.endsWith('-registry')
      ? `Use your own, \`${expected}\`.`
      : `Use your own, \`${expected}\`; in a template, \`secrets: ['WANDB_API_KEY']\` takes a key from it.`,
  }),
  'credential-in-text': ({ kind }) => ({
    what: `There is a key or password here, by its looks of the kind \`${kind}\`, and what is in Git everybody can read.`,
    fix: "Make it invalid where it came from, remove it here, put the new one into your Secret, and use `secrets: ['…']`.",
  }),
  'key-in-the-clear': ({ variable }) => ({
    what: `The variable \`${variable}\` looks like a key or a password, and what is in Git everybody can read.`,
    fix: `Make it invalid where it came from, and use \`secrets: ['${variable.toUpperCase()}']\`, which takes it from your Secret.`,
    who: 'An admin can say that it is no key.',
  }),
} satisfies Sentences<ReachCodes & SecretCodes>
