import type { Call, Marks, PullRequest, SeenMarks } from '../model/forge.ts'
import { ownLabels } from '../model/own-labels.ts'
import { digestOfCheck } from './digest-of-check.ts'

type Bearing = Pick<PullRequest, 'number' | 'head' | 'labels' | 'asked'>

/**
 * What has to be sent so that a pull request bears these marks and no others of ours; nothing where it does. The check comes last: it is
 * what lets through, and everything a person reads before they press a button is there by then.
 */
export function callsFor(pull: Bearing, wanted: Marks, seen: SeenMarks): readonly Call[] {
  return [...callsForText(pull, wanted, seen), ...checkCalls(pull, wanted, seen)]
}

/** The same for what people read: after the merge there is nothing left to let through. */
export function callsForText(
  pull: Pick<Bearing, 'number' | 'labels'>,
  wanted: Pick<Marks, 'comment' | 'labels'>,
  seen: Pick<SeenMarks, 'comments'>,
): readonly Call[] {
  return [...commentCalls(pull.number, wanted.comment, seen.comments), ...labelCalls(pull, wanted.labels)]
}

/** The oldest of our comments stays; a second one is of a run that was doubled. */
function commentCalls(number: number, comment: string | undefined, comments: SeenMarks['comments']): readonly Call[] {
  const [first, ...doubles] = comments
  const gone = (comment === undefined ? comments : doubles).map(({ id }) => ({ call: 'delete-comment', id }) as const)
  if (comment === undefined || first?.text === comment) return gone
  const said: Call =
    first === undefined
      ? { call: 'comment', under: number, text: comment }
      : { call: 'edit-comment', id: first.id, text: comment }
  return [said, ...gone]
}

/** Labels that people gave are theirs. */
function labelCalls({ number, labels }: Pick<Bearing, 'number' | 'labels'>, wanted: Marks['labels']): readonly Call[] {
  const missing = wanted.filter((label) => !labels.includes(label))
  const idle = labels.filter((label) => Object.hasOwn(ownLabels, label) && !wanted.includes(label))
  return [
    ...(missing.length === 0 ? [] : [{ call: 'add-labels', under: number, labels: missing } as const]),
    ...idle.map((label) => ({ call: 'remove-label', under: number, label }) as const),
  ]
}

/** Whoever looked is not asked again before there is something else to look at. */
function checkCalls({ number, head, asked }: Bearing, { check, reviewers }: Marks, seen: SeenMarks): readonly Call[] {
  const digest = digestOfCheck(check)
  if (seen.check?.digest === digest) return []
  const isAsking = reviewers.length > 0 && !reviewers.some((login) => asked.includes(login))
  return [
    ...(isAsking ? [{ call: 'ask-reviewers', pull: number, logins: reviewers } as const] : []),
    { call: 'check', head, digest, check },
  ]
}
