/** A repository, as each of its addresses begins. A type, for octokit asks for an index signature. */
export type Repository = Readonly<Record<'owner' | 'repo', string>>

/** `uci/lab`. */
export function repositoryOf(name: string): Repository {
  const [owner = '', repo = ''] = name.split('/')
  return { owner, repo }
}
