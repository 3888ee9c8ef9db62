import type { Refusal, RefusalCode, RefusalCodes } from '../../model/obeyed.ts'
import { code } from '../code.ts'

/** What is wrong, and what to do; Markdown, in which every foreign text is code. */
const sentences: { readonly [C in RefusalCode]: (args: RefusalCodes[C]) => string } = {
  misspelt: ({ verb }) =>
    `This is not how ${code(`/${verb}`)} is written. Write ${spelling[verb]}, alone in the first line.`,
  edited: () =>
    'An edited comment is no command: anybody who may write here could have edited it. Write it as a new comment.',
  'not-the-sender': ({ login, sender }) =>
    `The comment is by ${code(login)} and came from ${code(sender)}. Write it as a new comment.`,
  stranger: ({ login }) => `${code(login)} is no member of this lab.`,
  'not-an-admin': ({ login, admins }) =>
    `Only an admin can do this, and ${code(login)} is none. Ask ${admins.map(code).join(' or ')}.`,
  'other-account': ({ login, id, expected }) =>
    `This is another account than the lab's ${code(login)}: number ${id}, and the lab knows ${expected}. An admin corrects ${code('id')} in ${code('lab.config.ts')}, if it is you.`,
  'admin-unbound': ({ login, id }) =>
    `The lab does not know which account ${code(login)} is, and a login can be taken by somebody else. Write ${code(`${login}: { id: ${id} }`)} into ${code('members')} of ${code('lab.config.ts')}, in a pull request; then write the command again.`,
  'no-write': ({ login, permission }) =>
    `${code(login)} is an admin of the lab and may not write to this repository (GitHub says ${code(permission)}). An owner of the repository gives the right; then write the command again.`,
  'no-pull': ({ verb }) => `${code(`/${verb}`)} is for pull requests. Write it under the one that you mean.`,
  'pull-over': ({ state }) => `This pull request is ${state}. Write the command under one that is open.`,
  'for-oneself': ({ others }) =>
    `Nobody grants to themselves while another could. Ask ${others.map(code).join(' or ')}.`,
  'not-a-day': ({ got }) => `${code(got)} is no day. Write one such as ${code('until=2026-12-31')}.`,
  'day-past': ({ until, today }) => `${until} is over: today is ${today}. Write a later day.`,
  'day-too-far': ({ until, days, limit, last }) =>
    `${until} is ${days} days ahead, and at most ${limit} are allowed. Write ${code(`until=${last}`)} or an earlier day.`,
  'nothing-to-lift': ({ verdict }) => nothingToLift[verdict],
  'not-now': () => 'Main moved on in this very minute, so nothing was judged. Write the command again.',
  'ask-changed': ({ asked, now }) =>
    `What is asked for changed since: it was ${code(asked)}, and now is ${code(now)}. Read the comment above once more; to grant what it says now, copy its command.`,
  'say-which': () =>
    `What was merged is ended by its name. Write ${code('/cancel <login>/<request>')}, such as ${code('/cancel alice/dev')}.`,
  'request-unknown': ({ request, near }) =>
    `There is no request ${code(request)} on main.${near === undefined ? ' Write the folder and the name of its file, without the ending.' : ` Write ${code(`/cancel ${near}`)}.`}`,
  'not-yours': ({ whose }) => `This belongs to ${code(whose)}. Only they or an admin can take it back.`,
  'grant-judged': ({ reasons }) =>
    `The grant did not pass the lab's own rules (${[...new Set(reasons.map((one) => code(one.code)))].join(', ')}). Tell a maintainer: this should have been said earlier.`,
  'forge-refused': ({ said }) =>
    `GitHub would not: ${code(said)}. Nothing was granted or ended. Write the command again.`,
}

const spelling = {
  grant: code('/grant <ask> until=<day>'),
  ask: code('/ask <question>'),
  cancel: `${code('/cancel')} or ${code('/cancel <login>/<request>')}`,
} as const

const nothingToLift: Readonly<Record<RefusalCodes['nothing-to-lift']['verdict'], string>> = {
  auto: 'This passes by itself: there is nothing to grant.',
  granted: 'An admin said yes already: there is nothing to grant.',
  'needs-admin': 'What is open here cannot be granted: it needs the approving review of an admin.',
  refused: 'This is refused for what nobody can grant. The author mends that first.',
  'could-not-tell': 'Nobody could tell what this asks for. Write the command again after the next look.',
}

/** Why a command was not obeyed, and what to do. */
export function refusalSentence({ code: which, args }: Refusal): string {
  return (sentences[which] as (args: RefusalCodes[RefusalCode]) => string)(args)
}
