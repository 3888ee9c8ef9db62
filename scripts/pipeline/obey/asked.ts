import type { Marks, PullRequest } from '../../model/forge.ts'

/** An admin's question stands until what was asked about is settled, or somebody takes the label away. */
export function stillAsked(marks: Marks, { labels }: Pick<PullRequest, 'labels'>): Marks {
  const isOpen = marks.labels.includes('needs-admin') && labels.includes('asked')
  return isOpen ? { ...marks, labels: [...marks.labels, 'asked'] } : marks
}
