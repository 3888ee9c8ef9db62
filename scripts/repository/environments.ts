import type { Lab } from '../model/lab.ts'

const keys = ['KUBECONFIG']

/** The environments of a level, and the secrets that each holds: one credential a job (`pipeline.md` 3). */
export function environmentsOf({ review }: Lab): Readonly<Record<string, readonly string[]>> {
  const ofCluster = { cluster: keys, 'cluster-read': keys, storage: keys }
  return review.level === 'simple' ? ofCluster : { ...ofCluster, review: ['LAB_APP_KEY', 'LAB_SEAL_KEY'] }
}
