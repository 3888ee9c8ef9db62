import type { Hub, Json } from './hub.ts'
import { like } from './sample.ts'

const format = ['%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'].join('%x00')

/** A commit, as the Git operations show it or as the repository's do. */
export async function commitView({ repository }: Hub, sha: string, schema: 'git-commit' | 'commit'): Promise<Json> {
  const text = await repository.git(['show', '--no-patch', `--format=${format}`, sha])
  const [tree = '', parents = '', an = '', ae = '', at = '', cn = '', ce = '', ct = '', message = ''] = text.split('\0')
  const people = { author: { name: an, email: ae, date: at }, committer: { name: cn, email: ce, date: ct } }
  const above = parents.split(' ').filter((parent) => parent !== '')
  const told = { message, tree: { sha: tree, url: '' }, ...people }
  const verification = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }
  if (schema === 'git-commit')
    return like(schema, {
      sha,
      ...told,
      verification,
      parents: above.map((parent) => ({ sha: parent, url: '', html_url: '' })),
    })
  const commit = { url: '', comment_count: 0, verification, ...told }
  return like(schema, {
    sha,
    commit,
    author: null,
    committer: null,
    parents: above.map((parent) => ({ sha: parent, url: '' })),
  })
}
