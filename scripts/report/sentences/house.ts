import type { HouseCodes } from '../../model/codes/house.ts'
import type { Sentences } from './sentence.ts'

const admin = 'Only an admin can mend it.'

export const houseSentences = {
  'could-not-tell': ({ what, why }) => ({
    what: `Could not tell ${what}: \`${why}\`.`,
    fix: 'Try again; if it stays, tell an admin.',
  }),
  'config-unreadable': ({ why }) => ({
    what: `The lab's own file cannot be read: \`${why}\`.`,
    fix: 'Correct it until `npm run types` is content.',
    who: admin,
  }),
  'config-not-data': ({ key }) => ({
    what: `\`${key}\` holds something that is no plain data.`,
    fix: 'Write only texts, numbers, `true` and `false`, lists and objects: no dates, calls or functions.',
    who: admin,
  }),
  'admin-unknown': ({ admin: login, near }) => ({
    what: `The admin \`${login}\` is no member.`,
    fix:
      near === undefined
        ? `Add \`${login}: {}\` to \`members\`.`
        : `Write \`${near}\`, or add \`${login}: {}\` to \`members\`.`,
    who: admin,
  }),
  'admin-suspended': ({ admin: login }) => ({
    what: `The admin \`${login}\` is suspended.`,
    fix: `Take \`${login}\` out of \`admins\`, or remove \`suspended: true\`.`,
    who: admin,
  }),
  'prefix-unfit': ({ login, prefix, written }) => ({
    what: `The objects of \`${login}\` cannot begin with \`${prefix}\`: a name in the cluster begins with a letter, has small letters, digits and \`-\`, and no more than 39 of them.`,
    fix: `${written ? 'Write' : 'Add'} another prefix, such as \`${login}: { prefix: 'm${prefix.replaceAll(/[^a-z0-9]/g, '').slice(0, 20)}' }\`.`,
    who: admin,
  }),
  'prefix-taken': ({ login, other, prefix }) => ({
    what: `The objects of \`${login}\` and of \`${other}\` would both begin with \`${prefix}\`.`,
    fix: `Give one of them another prefix: \`${login}: { prefix: '…' }\`.`,
    who: admin,
  }),
  'id-taken': ({ login, other, id }) => ({
    what: `\`${login}\` and \`${other}\` have the same GitHub account, number ${id}.`,
    fix: 'Correct the number, or remove the member who changed their login.',
    who: admin,
  }),
  'default-storage-unfit': ({ storage, near }) => ({
    what: `The default storage \`${storage}\` is none that everybody can have.`,
    fix: `Write ${near === undefined ? 'the name of an open row of `storage`' : `\`${near}\``}.`,
    who: admin,
  }),
  'instead-unfit': ({ storage, instead, near }) => ({
    what: `In place of the storage \`${storage}\` people are told to use \`${instead}\`, which they cannot have.`,
    fix: `Write ${near === undefined ? 'the name of an open row of `storage`' : `\`${near}\``}.`,
    who: admin,
  }),
  'storage-class-twice': ({ storage, other, class: name }) => ({
    what: `The storages \`${storage}\` and \`${other}\` are the same class \`${name}\`.`,
    fix: 'Remove one of them.',
    who: admin,
  }),
  'gpu-product-twice': ({ model, other, product }) => ({
    what: `The product \`${product}\` stands in the models \`${model}\` and \`${other}\`.`,
    fix: 'Remove it from one of them.',
    who: admin,
  }),
  'gpu-name-unfit': ({ model }) => ({
    what: `A model cannot be called \`${model}\`: that is a memory class.`,
    fix: 'Call it by the name of the card, such as `A100-40GB`.',
    who: admin,
  }),
  'priority-unfit': ({ name, near }) => ({
    what: `The priority class \`${name}\` for preemptible runs is not among those that are allowed.`,
    fix: `Write ${near === undefined ? 'one of `rules.priority.allowed`' : `\`${near}\``}.`,
    who: admin,
  }),
  'cap-class-unknown': ({ resource, near }) => ({
    what: `There is a cap for \`${resource}\`, and no card in \`gpus\` is asked for by that name.`,
    fix: near === undefined ? 'Write the `resource` of a card, or remove it.' : `Write \`${near}\`.`,
    who: admin,
  }),
  'cap-above-lab': ({ cap, member, lab }) => ({
    what: `A member may have \`${cap}: ${member}\`, which is more than the \`${lab}\` of the whole lab.`,
    fix: `Write \`${lab}\` or less, or raise \`caps.lab.${cap}\`.`,
    who: admin,
  }),
  'image-registry-unfit': ({ image, registry, instead }) => ({
    what: `The lab's own image \`${image}\` comes from a registry that ${instead === undefined ? 'it does not allow' : 'no longer answers'}.`,
    fix:
      instead === undefined
        ? `Add \`${registry}/\` to \`registries.allowed\`, or choose another image.`
        : `Write \`${instead}\` in place of \`${registry}\`.`,
    who: admin,
  }),
  'image-latest': ({ image }) => ({
    what: `The lab's own image \`${image}\` changes under everybody's runs.`,
    fix: 'Write the tag of a version, or a digest.',
    who: admin,
  }),
  'retirement-twice': ({ claim }) => ({
    what: `The disk \`${claim}\` is retired twice.`,
    fix: 'Remove one of the two rows.',
    who: admin,
  }),
  'grant-unreadable': ({ why }) => ({
    what: `This grant is no JSON, and counts as none: \`${why}\`.`,
    fix: 'Correct the file, or remove it and give the grant again.',
    who: admin,
  }),
  'grant-misplaced': ({ expected }) => ({
    what: 'This grant does not stand in the file of its name, and counts as none.',
    fix: `Rename the file to \`${expected}\`.`,
    who: admin,
  }),
  'grant-for-stranger': ({ login, near }) => ({
    what: `This grant is for \`${login}\`, who is no member, and counts as none.`,
    fix: near === undefined ? 'Remove the file.' : `Write \`${near}\`, or remove the file.`,
    who: admin,
  }),
  'grant-by-stranger': ({ by }) => ({
    what: `This grant was given by \`${by}\`, who is no admin, and counts as none.`,
    fix: 'Let an admin of today give it again, or remove the file.',
    who: admin,
  }),
  'grant-by-other-account': ({ by, id, expected }) => ({
    what: `This grant was given by the account ${id}, and \`${by}\` is the account ${expected}; it counts as none.`,
    fix: 'Let an admin give it again, or correct the number in `members`.',
    who: admin,
  }),
  'grant-for-oneself': ({ login }) => ({
    what: `\`${login}\` gave this grant to themselves, and it counts as none.`,
    fix: 'Let another admin give it.',
    who: 'Any other admin can.',
  }),
  'grant-too-long': ({ until, days, limit }) => ({
    what: `This grant lasts until \`${until}\`, ${days} days from now, and ${limit} are the most; it counts as none.`,
    fix: `Write a day that is at most ${limit} days ahead.`,
    who: admin,
  }),
} satisfies Sentences<HouseCodes>
