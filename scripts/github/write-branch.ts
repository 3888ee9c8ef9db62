import type { Call } from '../model/forge.ts'
import type { Asking } from './open-forge.ts'

/** One commit on top of `from`, made from objects and never from a checkout; then the branch is set to it, wherever it was. */
export async function writeBranch(
  { github, at }: Asking,
  { branch, from, message, files }: Extract<Call, { call: 'branch' }>,
): Promise<{ sha: string }> {
  const entries = files.map(({ path, text }) => {
    const plain = { path, mode: '100644', type: 'blob' } as const
    return text === undefined ? { ...plain, sha: null } : { ...plain, content: text }
  })
  const base = await github.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { ...at, commit_sha: from })
  const what = { base_tree: base.data.tree.sha, tree: entries }
  const tree = await github.request('POST /repos/{owner}/{repo}/git/trees', { ...at, ...what })
  const commit = { message, tree: tree.data.sha, parents: [from] }
  const { data } = await github.request('POST /repos/{owner}/{repo}/git/commits', { ...at, ...commit })
  await setBranch({ github, at }, branch, data.sha)
  return { sha: data.sha }
}

async function setBranch({ github, at }: Pick<Asking, 'github' | 'at'>, branch: string, sha: string): Promise<void> {
  const route = 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}'
  const { data } = await github.request(route, { ...at, ref: `heads/${branch}` })
  const isThere = data.some(({ ref }) => ref === `refs/heads/${branch}`)
  if (!isThere) await github.request('POST /repos/{owner}/{repo}/git/refs', { ...at, ref: `refs/heads/${branch}`, sha })
  else
    await github.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
      ...at,
      ref: `heads/${branch}`,
      sha,
      force: true,
    })
}
