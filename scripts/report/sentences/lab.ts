import type { LabCodes } from '../../model/codes/lab.ts'
import { amount, atMost, count, labSum, labTotal, memberTotal, shares } from './lab-totals.ts'
import type { Sentences } from './sentence.ts'

const oneMachine = (claim: string) => `The disk \`${claim}\` can be on one machine at a time`

export const labSentences = {
  'owner-unknown': ({ login, near }) => ({
    what: `\`${login}\` is not on the lab's roster, so nothing in \`users/${login}/\` can be launched.`,
    fix:
      near === undefined
        ? `Name the folder like your GitHub login, or ask an admin to add \`'${login}': {}\` to \`members\` in \`lab.config.ts\`.`
        : `Rename the folder to \`users/${near}/\`, if that is your GitHub login; else ask an admin to add you.`,
  }),
  'owner-spelt-otherwise': ({ login, roster }) => ({
    what: `The folder \`users/${login}/\` is not spelt like the login \`${roster}\` on the lab's roster.`,
    fix: `Rename it to \`users/${roster}/\`.`,
  }),
  'member-suspended': ({ login }) => ({
    what: `\`${login}\` is suspended: these requests are checked and never launched.`,
    fix: 'Ask an admin, if they should be launched.',
  }),

  'object-twice': ({ kind, name, other, how }) => ({
    what:
      how === 'one-call'
        ? `One call makes the ${noun(kind)} \`${name}\` twice.`
        : `There is another ${noun(kind)} called \`${name}\`, at \`${other}\`.`,
    fix:
      how === 'one-call'
        ? "Export it once; in a loop, put the loop's variable into the name, as in `'lr-' + n`."
        : unlike(kind),
  }),
  'name-contested': ({ kind, name, owner, rival, other, prefix }) => ({
    what: `\`${owner}\` and \`${rival}\` both ask for a ${noun(kind)} that would be called \`${name}\`; the other one is at \`${other}\`.`,
    fix: 'Choose another name for one of the two.',
    who: `An admin can end this for good with \`prefix: '${prefix.value}'\` for \`${prefix.login}\` in \`lab.config.ts\`, best before \`${prefix.login}\` has disks: they would not move along.`,
  }),
  'runs-of-one-name': ({ kind, name, otherKind, other }) => ({
    what: `A ${noun(kind)} and a ${noun(otherKind)} are both called \`${name}\`, and nobody could tell them apart by name; the other one is at \`${other}\`.`,
    fix: 'Give one of them another name.',
  }),

  'member-gpus': (total) => memberTotal('gpus', total),
  'member-cpu': (total) => memberTotal('cpu', total),
  'member-memory': (total) => memberTotal('memory', total),
  'member-disk': (total) => memberTotal('disk', total),
  'member-gpu-hours': (total) => memberTotal('gpu-hours', total),
  'lab-gpus': (total) => ({
    what: labSum('gpus', total),
    fix: 'Remove the files of finished runs; what does not fit waits in line and starts later.',
  }),
  'lab-cpu': (total) => labTotal('cpu', total),
  'lab-memory': (total) => labTotal('memory', total),
  'lab-disk': (total) => labTotal('disk', total),
  'lab-gpu-hours': (total) => labTotal('gpu-hours', total),
  'lab-class': ({ resource, ...total }) => ({
    what: `All the lab's requests together ask for ${total.asked} of \`${resource}\` at once and may have ${total.limit}: ${shares('gpus', total)}.`,
    fix: 'Remove the files of finished runs; what does not fit waits in line and starts later.',
  }),
  'class-never-fits': ({ resource, asked, limit }) => ({
    what: `This asks for ${asked} of \`${resource}\`; the whole lab has ${limit}, so it could never start.`,
    fix: limit === 0 ? 'Choose another card.' : `Ask for at most ${limit}, or choose another card.`,
  }),
  'never-fits': ({ what, asked, limit }) => ({
    what: `This asks for ${amount(what, asked)}; the whole lab has ${count(what, limit)}, so it could never ${what === 'disk' ? 'be made' : 'start'}.`,
    fix: atMost(what, limit),
  }),
  'plan-wanted': (total) => ({
    what: `The lab's requests ask for ${amount('gpus', total.asked)} at once, and above ${total.limit} NRP wants to see a plan first: ${shares('gpus', total)}.`,
    fix: 'Ask an admin to present the plan to NRP (https://nrp.ai/contact) before this is launched.',
  }),
  'jobs-too-many': (total) => ({
    what: `${total.member === undefined ? "The lab's requests hold" : `\`${total.member}\` asks for`} ${total.asked} jobs, and at most ${total.limit} may be submitted at once: ${shares('gpus', total)}.`,
    fix: 'Turn jobs that differ only in their settings into one `sweep`, which counts as one job, or remove the files of finished jobs.',
  }),
  'limits-not-requests': ({ member, pods, above }) => ({
    what: `\`${member}\` asks for ${pods} pods at once, and above ${above} every limit must be equal to its request.`,
    fix: 'Write the same numbers under `limits` as under `requests`.',
  }),

  'disk-missing': ({ claim, member, near }) => ({
    what: `No request of ${member === undefined ? 'yours' : `\`${member}\``} makes a disk called \`${claim}\`.`,
    fix: missingDisk(member, near),
  }),
  'disk-not-shared': ({ claim, member, reader, writes }) => ({
    what: `The disk \`${claim}\` is \`${member}\`'s and not shared with \`${reader}\`.`,
    fix: `Ask \`${member}\` to write \`${writes ? 'writers' : 'readers'}: ['${reader}']\` in the options of its \`volume(…)\`.`,
  }),
  'disk-not-writable': ({ claim, member, writer }) => ({
    what: `\`${writer}\` may read \`${member}\`'s disk \`${claim}\`, but not write to it.`,
    fix: `Leave out \`write: true\` (by hand: mount it with \`readOnly: true\`), or ask \`${member}\` to write \`writers: ['${writer}']\` in the options of its \`volume(…)\`.`,
  }),
  'disk-not-shareable': ({ claim, member, storage }) => ({
    what: `${oneMachine(claim)}, so nobody but \`${member}\` can mount it.`,
    fix: `Ask \`${member}\` for a new disk made with \`storage: '${storage}'\`, which many can mount.`,
  }),
  'disk-in-two-runs': ({ claim, run, other, at, others, storage }) => ({
    what: `${oneMachine(claim)}, and \`${run}\` mounts it as well as \`${other}\` (\`${at}\`)${others === 0 ? '' : ` and ${others} more`}.`,
    fix: `Mount it in one run only, remove the files of finished runs, or use a new disk made with \`storage: '${storage}'\`.`,
  }),
  'disk-in-copies': ({ claim, copies, during, storage }) =>
    during === 'run'
      ? {
          what: `${oneMachine(claim)}, and ${copies} copies of this run would mount it at once.`,
          fix: `Run one copy at a time (\`parallel: 1\`), or use a new disk made with \`storage: '${storage}'\`.`,
        }
      : {
          what: `${oneMachine(claim)}, and a new version of this service starts before the old one stops.`,
          fix: `Use a new disk made with \`storage: '${storage}'\`; by hand, \`strategy: { type: 'Recreate' }\` stops the old one first.`,
        },
  'disk-elsewhere': ({ claim, region, regions }) => ({
    what: `The disk \`${claim}\` is in \`${region}\`, but this run starts in ${anyOf(regions)}.`,
    fix: 'Use disks of one region in a run: it starts where the first disk of your own is.',
  }),
  'disk-region-open': ({ claim, region }) => ({
    what: `The disk \`${claim}\` is in \`${region}\`, and nothing keeps this run there.`,
    fix: `Require the node label \`topology.kubernetes.io/region\` to be \`${region}\` in the run's node affinity.`,
  }),
  'disk-retires': ({ claim, on }) => ({
    what: `The admins mean to destroy the disk \`${claim}\` on ${on}, and this file still asks for it.`,
    fix: 'Remove it from the file, if nobody needs it; if you do, tell an admin before that day.',
    who: 'An admin can take it off `retirements` in `lab.config.ts`.',
  }),

  'config-missing': ({ name, near, member }) =>
    member === undefined
      ? {
          what: `None of your requests makes a ConfigMap called \`${name}\`.`,
          fix:
            near === undefined
              ? 'Export a ConfigMap of that name from your folder.'
              : `Write \`${near}\`, or export one of that name.`,
        }
      : {
          what: `The ConfigMap \`${name}\` is \`${member}\`'s, and a run reads only those of its own member.`,
          fix: 'Export a ConfigMap with the same content from your own folder, and name that.',
        },
  'selector-matches-nothing': ({ selector }) => ({
    what: `This Service leads nowhere: none of your runs has the labels ${labels(selector)}.`,
    fix: 'Write the labels of the run under `spec.selector`: `lab/owner` and `lab/name`.',
  }),
  'backend-missing': ({ service, near }) => ({
    what: `This Ingress leads to the Service \`${service}\`, which none of your requests makes.`,
    fix:
      near === undefined
        ? 'Export a Service of that name, or write the name of one that you have.'
        : `Write \`${near}\`, if you meant that.`,
  }),
  'host-twice': ({ host, other, rival }) => ({
    what: `The host \`${host}\` is also used ${rival === undefined ? '' : `by \`${rival}\`, `}at \`${other}\`.`,
    fix:
      rival === undefined
        ? 'Put all paths of the host into one Ingress, or choose another host.'
        : 'Choose another host.',
  }),
} satisfies Sentences<LabCodes>

const nouns: Readonly<Record<string, string>> = {
  Pod: 'session',
  Job: 'job',
  Deployment: 'service',
  PersistentVolumeClaim: 'disk',
}

function noun(kind: string): string {
  return (Object.hasOwn(nouns, kind) ? nouns[kind] : undefined) ?? kind
}

function unlike(kind: string): string {
  if (kind !== 'PersistentVolumeClaim') return 'Give one of them another name.'
  return 'Give one of them another name; if they are meant to be one disk, export it in one file and `import` it in the other.'
}

function missingDisk(member: string | undefined, near: string | undefined): string {
  if (near !== undefined) return `Mount \`${near}\`, if you meant that.`
  if (member !== undefined) return `Ask \`${member}\` what the disk is called, or whether it is still there.`
  return "Export it, as in `export const data = volume('data', '100Gi')`, from a file whose name does not begin with `_`."
}

function labels(selector: Readonly<Record<string, string>>): string {
  return Object.entries(selector)
    .map(([key, value]) => `\`${key}=${value}\``)
    .join(' and ')
}

function anyOf(regions: readonly string[]): string {
  return regions.length === 0 ? 'no region at all' : regions.map((region) => `\`${region}\``).join(' or ')
}
