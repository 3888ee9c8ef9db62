import type { ClusterCodes } from '../model/codes/cluster.ts'
import { clusterSentences } from './sentences/cluster.ts'
import { sentenceFor } from './sentences/sentence-for.ts'

/** Why the cluster cannot be worked with, and what to do about it. */
export function clusterSentence<C extends keyof ClusterCodes>({
  code,
  args,
}: {
  code: C
  args: ClusterCodes[C]
}): string {
  const { what, fix } = sentenceFor<ClusterCodes, C>(clusterSentences, code, args)
  return `${what} ${fix}`
}
