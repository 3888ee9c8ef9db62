import type { SettingId } from '../../model/settings.ts'
import { quoted } from './quoted.ts'

/** What is there and should not be, what should be and is not, and which of several it is about. */
export interface Seen {
  readonly extra: readonly string[]
  readonly missing: readonly string[]
  readonly of: string
}

/** What is said of one setting at GitHub. */
export interface SettingWords {
  readonly title: string
  /** After the title, as one sentence. */
  readonly right: string
  readonly wrong: (seen: Seen) => string
  /** Where to click, and what. */
  readonly fix: (seen: Seen) => string
  /** The page, below the repository's own or whole. */
  readonly page: (seen: Seen) => string
}

const ruleset = 'Settings → Rules → Rulesets → the active one for main (or New branch ruleset)'
const pulls = 'create and approve pull requests'
const pullsTick = '“Allow GitHub Actions to create and approve pull requests”'
const general = 'Settings → Actions → General'

/** Why a setting is wanted, and where it is set: in the order of the table in `scripts/repository/settings.ts`. */
export const settingWords: Readonly<Record<SettingId, SettingWords>> = {
  repository: {
    title: 'repository',
    right: 'is there.',
    wrong: () => 'is not there.',
    fix: () => 'See whether its name is right: `--repo owner/name`.',
    page: () => '',
  },
  'default-branch': {
    title: 'default branch',
    right: 'is main.',
    wrong: ({ extra }) => `is ${list(extra)}: schedules and comments start the workflows of that branch, not of main.`,
    fix: () => 'Settings → General → Default branch: choose `main`.',
    page: () => 'settings',
  },
  'main-kept': {
    title: 'main',
    right: 'can be neither rewritten nor deleted.',
    wrong: ({ missing }) =>
      `can be ${missing.map((type) => (type === 'deletion' ? 'deleted' : 'rewritten')).join(' and ')}. Its history is the order of the line, and says what was reviewed.`,
    fix: () => `${ruleset}: tick “Restrict deletions” and “Block force pushes”.`,
    page: () => 'settings/rules',
  },
  'pull-request-required': {
    title: 'pushes to main',
    right: 'need a pull request.',
    wrong: () => 'need no pull request: what nobody looked at would be applied.',
    fix: () => `${ruleset}: tick “Require a pull request before merging”. Required approvals may be 0.`,
    page: () => 'settings/rules',
  },
  'merge-rules': {
    title: 'merging',
    right: 'makes a merge commit, and a push takes approvals back.',
    wrong: ({ extra, missing }) =>
      [
        ...(extra.length > 0 ? [`may be by ${list(extra)}, which loses the record that apply insists on.`] : []),
        ...(missing.includes('merge') ? ['may not make a merge commit, and only that carries the record.'] : []),
        ...(missing.includes('dismiss_stale_reviews_on_push') ? ['counts approvals of an older commit.'] : []),
      ].join(' And '),
    fix: () =>
      `${ruleset}, below “Require a pull request before merging”: allow “Merge” alone, and tick “Dismiss stale pull request approvals when new commits are pushed”.`,
    page: () => 'settings/rules',
  },
  'approval-required': {
    title: 'lab/approval',
    right: 'is required, and counts from the App alone.',
    wrong: ({ extra }) =>
      extra.length === 0
        ? 'is not required: what no rule and no admin let through could be merged.'
        : `counts as ${list(extra)}: a job in a changed workflow can bear this name.`,
    fix: ({ missing }) =>
      `${ruleset}: tick “Require status checks to pass”, add \`lab/approval\`, and choose the App as its source${missing.length === 0 ? ', alone' : ''}. It can be chosen after its first report.`,
    page: () => 'settings/rules',
  },
  'nobody-bypasses': {
    title: 'bypass',
    right: 'is for nobody, or for admins on pull requests.',
    wrong: ({ extra }) => `is for ${list(extra)} too: their pushes would be seen by nobody.`,
    fix: () => 'Bypass list of that ruleset: take them out. “Repository admin” may stay with “For pull requests only”.',
    page: ({ of }) => `settings/rules/${of.replace(/\D/g, '')}`,
  },
  'house-reviewers': {
    title: 'house reviewers',
    right: 'are the admins’ team.',
    wrong: () => 'are nobody: GitHub itself wants no admin for policy, templates and workflows. The check still does.',
    fix: () =>
      `${ruleset}, below “Require a pull request before merging”: “Require review from specific teams”, the team of admins, 1 approval, \`*\`, \`!users/**\`, \`!grants/**\`.`,
    page: () => 'settings/rules',
  },
  writers: {
    title: 'writing',
    right: 'is for admins; members work from forks.',
    wrong: ({ extra, missing }) =>
      [
        ...(extra.length > 0
          ? [`is allowed to ${list(extra)} too: they could merge, and push to others’ branches.`]
          : []),
        ...(missing.length > 0 ? [`is not allowed to ${list(missing)}, of the lab’s admins: they cannot merge.`] : []),
      ].join(' And '),
    fix: () => 'Settings → Collaborators (and teams): the lab’s admins “Write” or more, everybody else “Read”.',
    page: () => 'settings/access',
  },
  environment: {
    title: 'environment',
    right: 'is for main alone.',
    wrong: ({ extra }) =>
      extra.length === 0
        ? 'does not exist, or is for no branch.'
        : `is for ${list(extra)} too: a workflow on such a branch gets its secrets, whatever it says.`,
    fix: ({ of }) =>
      `Settings → Environments → ${quoted(of)} (or New environment): “Deployment branches and tags”, “Selected branches and tags”, add \`main\` and nothing else.`,
    page: () => 'settings/environments',
  },
  'environment-bypass': {
    title: 'rules of',
    right: 'hold for admins, too.',
    wrong: ({ extra }) =>
      extra.includes('admins') ? 'do not hold for admins.' : 'are none: the environment does not exist.',
    fix: ({ of }) =>
      `Settings → Environments → ${quoted(of)}: untick “Allow administrators to bypass configured protection rules”.`,
    page: () => 'settings/environments',
  },
  'environment-secrets': {
    title: 'secrets of',
    right: 'are its own key and no other.',
    wrong: ({ extra, missing }) =>
      [
        ...(missing.length > 0 ? [`lack ${list(missing)}.`] : []),
        ...(extra.length > 0
          ? [`have ${list(extra)} among them: a job gets one credential, and this is another’s.`]
          : []),
      ].join(' And they '),
    fix: ({ of }) =>
      `Settings → Environments → ${quoted(of)} → Environment secrets. docs/admin.md says how a key is made.`,
    page: () => 'settings/environments',
  },
  'secrets-outside': {
    title: 'secrets',
    right: 'stand in environments alone.',
    wrong: ({ extra }) => `stand outside of environments: every workflow of every branch gets ${list(extra)}.`,
    fix: () =>
      'Settings → Secrets and variables → Actions: put what is needed into its environment, and delete it here; what is the organization’s, there.',
    page: () => 'settings/secrets/actions',
  },
  'default-token': {
    title: 'workflow token',
    right: 'reads, where a job asks for no more.',
    wrong: ({ extra, missing }) =>
      [
        ...(missing.includes('read') ? ['may write, where a job does not say what it needs.'] : []),
        ...(extra.includes(pulls) ? ['may approve pull requests, which is for people and the App.'] : []),
        ...(missing.includes(pulls) ? ['may not open pull requests, so the form “I want a GPU” cannot make one.'] : []),
      ].join(' And '),
    fix: ({ extra, missing }) =>
      [
        `${general} → Workflow permissions:`,
        [
          ...(missing.includes('read') ? ['“Read repository contents and packages permissions”'] : []),
          ...(extra.includes(pulls) ? [`untick ${pullsTick}`] : []),
          ...(missing.includes(pulls) ? [`tick ${pullsTick}`] : []),
        ].join('; '),
      ].join(' ') + '.',
    page: () => 'settings/actions',
  },
  'actions-allowed': {
    title: 'actions',
    right: 'are GitHub’s own, each by its commit.',
    wrong: ({ extra, missing }) =>
      [
        ...(extra.length > 0 ? [`may be ${list(extra)}: anybody’s code could run beside a key.`] : []),
        ...(missing.includes('sha_pinning_required') ? ['may be named by a tag, which its author can move.'] : []),
        ...(extra.length === 0 && missing.includes('github_owned_allowed') ? ['of GitHub may not run.'] : []),
      ].join(' And '),
    fix: () =>
      `${general} → Actions permissions: select “Allow actions created by GitHub” alone, and tick “Require actions to be pinned to a full-length commit SHA”.`,
    page: () => 'settings/actions',
  },
  'fork-runs': {
    title: 'forks',
    right: 'are checked by themselves, and get no secret.',
    wrong: ({ extra, missing }) =>
      missing.includes('run_workflows_from_fork_pull_requests')
        ? 'are not checked: members would see no finding at their lines.'
        : `have ${list(extra)}: more than a check of a member’s pull request needs.`,
    fix: () =>
      `${general}. Public: “Approval for running fork pull request workflows”, only for accounts new to GitHub. Private: “Fork pull request workflows”, run them, and nothing else.`,
    page: () => 'settings/actions',
  },
  events: {
    title: 'events',
    right: 'are those of the workflows.',
    wrong: () => 'are not those of the workflows.',
    fix: () =>
      `${general}: where your plan lets you choose the events that start a workflow, choose those that stand behind \`on:\` in .github/workflows, and no others.`,
    page: () => 'settings/actions',
  },
  app: {
    title: 'App',
    right: 'has the rights that it needs and no others.',
    wrong: ({ extra, missing }) =>
      [
        ...(extra.length > 0 ? [`has ${list(extra)}, which it must not.`] : []),
        ...(missing.length > 0 ? [`lacks ${list(missing)}.`] : []),
      ].join(' And it '),
    fix: () =>
      'Its settings → Permissions & events: docs/admin.md lists them. Then accept the change where it is installed; the number goes into lab.config.ts.',
    page: ({ of }) => `https://github.com/apps/${of}`,
  },
  'members-bound': {
    title: 'members',
    right: 'are bound to their accounts by number.',
    wrong: ({ extra, missing }) =>
      [
        ...(missing.length > 0
          ? [
              'are known by name alone, and a name can be given up and taken by another: so their requests wait for an admin, and the word of an admin without a number does not count.',
            ]
          : []),
        ...(extra.length > 0 ? [`without an account at GitHub: ${list(extra)}.`] : []),
      ].join(' And some are '),
    fix: ({ missing }) =>
      missing.length > 0
        ? `Write into lab.config.ts, under \`members\`: \`${missing.join(', ')}\``
        : 'Correct the names in lab.config.ts, or take them out.',
    page: () => 'blob/main/lab.config.ts',
  },
  labels: {
    title: 'labels',
    right: 'are there.',
    wrong: ({ missing }) => `lack ${list(missing)}: an issue form’s label is given only where it exists.`,
    fix: ({ missing }) =>
      `In a shell: \`for label in ${missing.join(' ')}; do gh label create $label; done\`; or Issues → Labels → New label, for each.`,
    page: () => 'labels',
  },
}

function list(words: readonly string[]): string {
  return words.map(quoted).join(', ')
}
