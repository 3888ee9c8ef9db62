import type { IdentityCodes } from '../../model/codes/policy.ts'
import type { Sentences } from './sentence.ts'

const byName = "Write `metadata: named('…')`, which fills in name, labels and annotations."

const namesOf = (marks: Readonly<Record<string, string>>) =>
  Object.keys(marks)
    .map((name) => `\`${name}\``)
    .join(' and ')

const written = (marks: Readonly<Record<string, string>>) =>
  Object.entries(marks)
    .map(([name, value]) => `'${name}': '${value}'`)
    .join(', ')

export const identitySentences = {
  'kind-closed': ({ apiVersion, kind }) => ({
    what: `This lab does not use objects of the kind \`${kind}\` (\`${apiVersion}\`).`,
    fix: 'Use `session`, `job`, `sweep`, `volume` or `service` from `#lab`, or one of the kinds that `#lab` exports as types.',
    who: 'An admin can tell you how others do what you need.',
  }),
  'namespace-missing': ({ expected }) => ({
    what: 'It does not say in which namespace it belongs.',
    fix: `Write \`namespace: '${expected}'\` in \`metadata\`, or \`metadata: named('…')\`.`,
  }),
  'namespace-foreign': ({ namespace, expected }) => ({
    what: `It would go into the namespace \`${namespace}\`; the lab has \`${expected}\` only.`,
    fix: `Write \`namespace: '${expected}'\`.`,
  }),
  'name-missing': ({ prefix }) => ({
    what: 'It has no name.',
    fix: `Give it one that begins with \`${prefix}-\`: \`metadata: named('probe')\` makes it \`${prefix}-probe\`.`,
  }),
  'name-foreign': ({ name, prefix }) => ({
    what: `The name \`${name}\` does not begin with \`${prefix}-\`, and everybody in the lab shares one namespace.`,
    fix: `Call it \`${prefix}-${name}\`, or write \`metadata: named('${name}')\`.`,
  }),
  'own-name-too-long': ({ length, limit }) => ({
    what: `Its name has ${length} characters, and at most ${limit} are possible, because the cluster makes longer names out of it.`,
    fix: `Shorten it by ${length - limit} characters or more.`,
  }),
  'labels-missing': ({ expected }) => ({
    what: `The labels by which the lab finds what belongs to whom are missing: ${namesOf(expected)}.`,
    fix: `Write \`${written(expected)}\` in \`labels\`; \`metadata: named('…')\` does it for you.`,
  }),
  'label-foreign': ({ label, value, expected }) => ({
    what: `The label \`${label}\` says \`${value}\`; here it must say \`${expected}\`.`,
    fix: `Write \`'${label}': '${expected}'\`.`,
  }),
  'label-reserved': ({ label }) => ({
    what: `Labels that begin with \`lab/\` are the lab's own, and \`${label}\` is none of them.`,
    fix: 'Give your label a name without `lab/`.',
  }),
  'marks-missing': ({ expected }) => ({
    what: `The annotations by which the lab finds the file and counts its runs are missing: ${namesOf(expected)}.`,
    fix: `Write \`${written(expected)}\` in \`metadata.annotations\`; \`metadata: named('…')\` does it for you.`,
  }),
  'mark-foreign': ({ annotation, value, expected }) => ({
    what: `The annotation \`${annotation}\` says \`${value}\`; in this file it must say \`${expected}\`.`,
    fix: byName,
  }),
  'mark-reserved': ({ annotation }) => ({
    what: `The annotation \`${annotation}\` has no place here: those that begin with \`lab/\` are written by the lab itself.`,
    fix: 'Leave it out.',
  }),
  'mark-in-template': ({ annotation }) => ({
    what: `The annotation \`${annotation}\` stands in the pod template, where every copy would carry it.`,
    fix: 'Write it in the `metadata` of the whole object only.',
  }),
  'run-number': ({ annotation, value }) => ({
    what: `\`${annotation}\` is \`${value}\`; it counts 1, 2, 3 and so on.`,
    fix:
      annotation === 'lab/run'
        ? "Write a whole number from 1 on: `named('probe', 2)` is the second run."
        : "Write a whole number from 1 on, as text: `'2'` is the first disk after one that vanished.",
  }),
  'selector-foreign': ({ expected }) => ({
    what: 'It would reach pods of other members too, because it does not choose by owner.',
    fix: `Write \`'lab/owner': '${expected}'\` in its selector.`,
  }),
  'field-refused': ({ field }) => ({
    what: `The lab has no use for the field \`${field}\`, and what it does not know it does not let in.`,
    fix: 'Leave it out; if you cannot do without it, tell an admin what it is for.',
  }),
  'field-unusual': ({ field }) => ({
    what: `\`${field}\` is something that no template writes, so an admin has to look at it.`,
    fix: 'Say in the pull request what you need it for, or leave it out.',
    who: 'An admin can allow it as it is written now.',
  }),
} satisfies Sentences<IdentityCodes>
