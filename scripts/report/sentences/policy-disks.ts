import type { DiskCodes } from '../../model/codes/policy.ts'
import type { Sentences } from './sentence.ts'

const closed = {
  group: 'belongs to another group',
  never: 'is there and never makes a disk',
  gone: 'is no longer in the cluster',
} as const

export const diskSentences = {
  'storage-class-missing': ({ usual }) => ({
    what: 'The disk does not say on which storage it should lie, and that cannot be changed later.',
    fix: `Write \`storageClassName: '${usual}'\`, the lab's usual one, or use \`volume(…)\`.`,
  }),
  'storage-class-unknown': ({ className, near }) => ({
    what: `The cluster has no storage called \`${className}\`.`,
    fix: `Write \`${near}\`.`,
  }),
  'storage-class-closed': ({ className, access, instead, insteadClass }) => ({
    what: `The storage \`${className}\` ${closed[access]}.`,
    fix:
      instead === undefined
        ? "Leave `storage` out and take the lab's usual one."
        : `Use \`${insteadClass ?? instead}\`; in \`volume(…)\` it is \`storage: '${instead}'\`.`,
    ...(access === 'group' && { who: 'An admin can allow it, if the group lends it to you.' }),
  }),
  'disk-mode': ({ mode, className, right }) => ({
    what: `\`${className}\` makes no disks in the mode \`${mode}\`, so it would never be ready.`,
    fix: `Write \`accessModes: ['${right}']\`, or use \`volume(…)\`, which knows.`,
  }),
  'disk-size': ({ asked, limit }) => ({
    what: `The disk asks for ${asked}, and one disk may have ${limit}.`,
    fix: `Ask for at most ${limit}: a disk can grow later, and never shrink.`,
    who: 'An admin can allow a larger one.',
  }),
  'disk-too-large-for-class': ({ asked, limit, className }) => ({
    what: `The disk asks for ${asked}, and \`${className}\` makes disks of at most ${limit}.`,
    fix: `Ask for less, or leave \`storage\` out and take the lab's usual one.`,
  }),
  'reader-unknown': ({ login, near }) => ({
    what: `The disk is to be shared with \`${login}\`, and nobody in the lab is called so.`,
    fix:
      near === undefined
        ? "Write logins as they are spelt on GitHub, or `readers: 'lab'` for everybody."
        : `Write \`${near}\`, if you mean them.`,
  }),
  'mount-relative': ({ mountPath }) => ({
    what: `\`${mountPath}\` is no full path, so nobody can say where the disk would be.`,
    fix: `Begin it with \`/\`: \`/${mountPath.replace(/^[./]+/, '')}\`.`,
  }),
  'mount-over-root': ({ mountPath }) => ({
    what: `A disk at \`${mountPath}\` would hide the whole system of the image, and nothing would start.`,
    fix: 'Mount it at a folder of its own, such as `/data`.',
  }),
  'mount-over-system': ({ mountPath }) => ({
    what: `\`${mountPath}\` belongs to the system.`,
    fix: 'Mount the disk at a folder of its own, such as `/data`.',
  }),
  'mount-over-code': ({ mountPath }) => ({
    what: `\`${mountPath}\` is where the option \`code\` puts your repository.`,
    fix: 'Mount the disk somewhere else, such as `/data`.',
  }),
  'shm-not-memory': ({ mountPath }) => ({
    what: `\`${mountPath}\` must be memory: programs such as PyTorch's data loaders pass data there.`,
    fix: "Mount an `emptyDir` with `medium: 'Memory'` and a `sizeLimit` there, or use a template, which does.",
  }),
} satisfies Sentences<DiskCodes>
