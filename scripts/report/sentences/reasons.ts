import type { Reason, ReasonCode, ReasonCodes } from '../../model/decision.ts'
import type { Finding } from '../../model/finding.ts'
import type { Json } from '../../model/json.ts'
import { foreignTexts, tamed } from '../tamed.ts'
import type { Sentence } from './sentence.ts'
import { sentenceOf } from './sentence-of.ts'
import { shortOf } from './short-of.ts'

/** `short` follows a colon in a comment's first line; `fix` is absent where nobody has to do anything. */
export interface ReasonSentence extends Partial<Sentence> {
  readonly what: string
  readonly short: string
}

const ifItStays = 'If it stays so, an admin looks.'
const mainMoved = 'Take main into your branch (`git pull origin main`), solve what differs, and push.'

/** Why a change may go in, waits or is refused: one for each code. */
const sentences: { readonly [C in ReasonCode]: (args: ReasonCodes[C]) => ReasonSentence } = {
  conflict: ({ paths }) => ({
    short: `conflicts with main in ${counted(paths.length, 'file')}`,
    what: `Main has changed the same lines since: ${listed(paths)}.`,
    fix: mainMoved,
  }),
  unrelated: () => ({
    short: 'no common history with main',
    what: 'This branch does not come from main, so nobody can say what it changes.',
    fix: 'Begin a new branch from main, and bring your files over.',
  }),
  'too-many-paths': ({ limit }) => ({
    short: `more than ${limit} files`,
    what: `This changes more than ${limit} files; more is not looked at.`,
    fix: 'Make smaller pull requests.',
  }),
  'too-large': ({ paths }) => ({
    short: 'a file is too large',
    what: `Too large to be read: ${listed(paths)}.`,
    fix: 'Take it out of every commit of this branch: data and code belong elsewhere.',
  }),
  malformed: ({ said }) => ({
    short: 'Git cannot read it',
    what: `Git refuses what this branch holds: \`${said}\`.`,
    fix: 'Begin a new branch from main, and bring your files over.',
  }),
  'head-gone': () => ({
    short: 'its newest commit could not be fetched',
    what: 'The newest commit of this branch could not be fetched from GitHub.',
    who: ifItStays,
  }),
  'too-many-pulls': ({ limit }) => ({
    short: `${limit} older ones of yours are open`,
    what: `Only the ${limit} oldest open pull requests of one person are looked at.`,
    fix: 'Close those that you no longer need, or wait until they are merged.',
  }),
  'change-unknown': ({ said }) => ({
    short: 'the change could not be read',
    what: `We could not read this change: \`${said}\`.`,
    who: ifItStays,
  }),

  'not-on-roster': ({ login, near, knownAs }) => ({
    short: `\`${login}\` is not on the lab’s roster`,
    what: `\`${login}\` is not on the lab’s roster.`,
    fix:
      knownAs !== undefined
        ? `The roster knows this account as \`${knownAs}\`: ask an admin to correct that.`
        : `Ask an admin to add you to \`members\` in \`lab.config.ts\`${near === undefined ? '' : ` (\`${near}\` is there)`}.`,
  }),
  'other-account': ({ login, id, expected }) => ({
    short: `another account than the lab’s \`${login}\``,
    what: `This account is number ${id}; the lab knows \`${login}\` as number ${expected}.`,
    fix: 'If you have a new account, ask an admin to correct `id` in `lab.config.ts`.',
  }),
  'account-unbound': ({ login, id }) => ({
    short: `the roster does not say which account \`${login}\` is`,
    what: `The roster has \`${login}\` without an account’s number, and anybody could take a login that was given up.`,
    fix: `An admin who knows that this is the right person writes \`${login}: { id: ${id} }\` into \`lab.config.ts\`.`,
    who: 'An admin can also approve this commit in a review.',
  }),

  'nothing-changes': () => ({
    short: 'it changes nothing on main',
    what: 'Main has all of this already.',
    fix: 'Push a change, or close this pull request.',
  }),
  'areas-mixed': ({ requests, grants, house }) => ({
    short: 'it mixes what has to be decided apart',
    what: `This changes ${together([
      [requests, 'request'],
      [grants, 'grant'],
      [house, 'file of the lab itself', 'files of the lab itself'],
    ])} at once.`,
    fix: 'Make one pull request for each.',
  }),
  'folder-foreign': ({ owner, paths }) => ({
    short: `it changes ${counted(paths, 'file')} of \`${owner}\``,
    what: `This changes ${counted(paths, 'file')} in \`users/${owner}/\`, which is somebody else’s folder.`,
    fix: `Take that out: \`git checkout origin/main -- users/${owner}\`. Only its owner changes a folder.`,
  }),
  'path-stray': ({ path }) => ({
    short: `\`${path}\` is nobody’s place`,
    what: `\`${path}\` stands where nothing may stand.`,
    fix: 'Put requests into the folder that is called like your login: `users/<login>/<name>.ts`.',
  }),
  'not-plain': ({ path, mode }) => ({
    short: `\`${path}\` is ${modeWord(mode)}`,
    what: `\`${path}\` is ${modeWord(mode)}; only plain files are read.`,
    fix: mode === '100755' ? `Make it a plain file: \`git update-index --chmod=-x ${path}\`.` : 'Make it a plain file.',
  }),
  'name-refused': ({ path }) => ({
    short: `\`${path}\` is no name for a request`,
    what: `\`${path}\` is no name for a request.`,
    fix: 'Use small letters, digits, `-`, `_` and `.`, and end it in `.ts`.',
  }),

  'finding-refused': ({ finding }) => about(finding),
  'finding-unknown': ({ finding }) => about(finding),
  'finding-open': ({ finding }) => about(finding),
  'finding-lifted': ({ finding, by, until }) => ({
    ...about(finding),
    short: `${shortOf(finding)} (by \`${by}\` until ${until})`,
    fix: `Granted by \`${by}\` until ${until}.`,
  }),
  'others-affected': ({ finding }) => ({
    ...about(finding),
    short: finding.request === undefined ? 'it breaks what others asked for' : `it breaks \`${finding.request}\``,
    who: 'An admin can approve this commit in a review.',
  }),
  'small-request': () => ({
    short: 'within every limit',
    what: 'Your own folder, and within every limit.',
  }),

  'grants-not-by-admin': ({ login }) => ({
    short: 'only admins give grants',
    what: `\`${login}\` is no admin, and only admins give grants.`,
    fix: 'Take the files below `grants/` out, and make a pull request of the request alone: an admin sees it.',
  }),
  'grant-unfit': ({ file, findings }) => ({
    short: `\`${file}\` is no grant that counts`,
    what: `\`${file}\` does not count: ${findings.length === 0 ? 'it cannot be read' : findings.map((one) => about(one).what).join(' ')}`,
    fix: findings[0] === undefined ? 'Make it again from the link in the comment.' : sentenceOf(findings[0]).fix,
  }),
  'grant-for-author': ({ file, login }) => ({
    short: 'nobody grants to themselves',
    what: `\`${file}\` is for \`${login}\`, who wrote it.`,
    fix: 'Ask another admin to give it.',
  }),
  'grant-in-anothers-name': ({ file, by }) => ({
    short: `it is in the name of \`${by}\``,
    what: `\`${file}\` says that \`${by}\` gave it, and somebody else wrote it.`,
    fix: 'Write your own login and number into `by` and `byId`.',
  }),
  'grant-given': ({ login, request, until }) => ({
    short: `\`${login}/${request}\` until ${until}`,
    what: `\`${login}/${request}\` may until ${until}.`,
  }),
  'grant-withdrawn': ({ file }) => ({
    short: `\`${file}\` is withdrawn`,
    what: `\`${file}\` no longer counts. What runs goes on; what is new needs another grant.`,
  }),

  'check-failed': () => ({
    short: 'the lab’s own tests fail',
    what: 'The tests of the lab’s own files fail on this commit.',
    fix: 'Open the failed check below, and mend what it names.',
  }),
  'check-pending': () => ({
    short: 'the lab’s own tests are not over',
    what: 'The tests of the lab’s own files are not over on this commit.',
    fix: 'Wait some minutes. Where they wait for a person, an admin presses `Approve and run`.',
  }),
  'approval-missing': ({ head }) => ({
    short: 'an approving review of this commit',
    what: `No admin has approved the commit \`${head.slice(0, 7)}\` yet.`,
    fix: 'An admin other than its author reads it and approves it.',
  }),
  'admin-unbound': ({ login }) => ({
    short: `the roster does not say which account \`${login}\` is`,
    what: `\`${login}\` is an admin without an account’s number in the roster, so their approval does not count.`,
    fix: `Another admin writes the number into \`members.${login}.id\` of \`lab.config.ts\`.`,
  }),
  approved: ({ by, head }) => ({
    short: `approved by \`${by}\``,
    what: `\`${by}\` approved the commit \`${head.slice(0, 7)}\`.`,
  }),
  'sole-admin': ({ login }) => ({
    short: `\`${login}\` is the lab’s only admin`,
    what: `\`${login}\` is the lab’s only admin, so nobody else can approve this.`,
    fix: 'Name a second admin in `lab.config.ts`.',
  }),
}

/** The foreign texts that stand bare in the words about a reason; its own sentences put theirs between backticks. */
export function foreignIn({ args }: Reason): readonly string[] {
  return 'finding' in args ? foreignTexts(args.finding.args as Json) : foreignTexts(args as unknown as Json)
}

/** What a person is told about a reason. */
export function reasonSentence({ code, args }: Reason): ReasonSentence {
  const sentence = sentences[code] as (args: ReasonCodes[ReasonCode]) => ReasonSentence
  return sentence(tamed(args as unknown as Json) as unknown as ReasonCodes[ReasonCode])
}

function about(finding: Finding): ReasonSentence {
  return { ...sentenceOf(finding), short: shortOf(finding) }
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

function together(parts: readonly (readonly [count: number, one: string, many?: string])[]): string {
  const told = parts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many))
  return told.length < 2 ? (told[0] ?? 'nothing') : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`
}

const most = 5

function listed(paths: readonly string[]): string {
  const named = paths
    .slice(0, most)
    .map((path) => `\`${path}\``)
    .join(', ')
  return paths.length > most ? `${named} and ${paths.length - most} more` : named
}

function modeWord(mode: string): string {
  return (
    ({ '120000': 'a link', '160000': 'another repository', '100755': 'marked as a program' } as const)[
      mode as '120000'
    ] ?? 'no plain file'
  )
}
