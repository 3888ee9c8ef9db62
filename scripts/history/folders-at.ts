import type { Folder, Source } from '../model/request.ts'

/** Runs git and gives its standard output; throws when git does. */
export type Git = (args: readonly string[], input?: string) => Promise<Buffer>

interface Entry {
  readonly path: string
  readonly blob: string
}

const requestPath = /^users\/([A-Za-z0-9-]+)\/([a-z0-9._-]+\.ts)$/

/**
 * Members' folders as a commit has them, read from Git's objects: nothing is checked out, links are not followed, and what is no
 * plain file of the form `users/<login>/<name>.ts` is left out.
 */
export async function foldersAt(git: Git, ref: string): Promise<readonly Folder[]> {
  const entries = parseTree(await git(['ls-tree', '-r', '-z', '--full-tree', ref, 'users/']))
  const texts = parseBatch(await git(['cat-file', '--batch'], entries.map((entry) => `${entry.blob}\n`).join('')))
  const sources = entries.map((entry, index) => ({
    file: entry.path,
    name: entry.path.split('/')[2] ?? '',
    text: texts[index] ?? '',
  }))
  const byOwner = Map.groupBy(sources, (source: Source) => source.file.split('/')[1] ?? '')
  return [...byOwner].map(([owner, own]) => ({ owner, sources: own }))
}

function parseTree(listing: Buffer): readonly Entry[] {
  return listing
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [meta = '', path = ''] = line.split('\t')
      const [mode, type, blob = ''] = meta.split(' ')
      return type === 'blob' && mode !== '120000' && requestPath.test(path) ? [{ path, blob }] : []
    })
}

/** `<sha> blob <size>\n<bytes>\n` again and again, in the order asked for. */
function parseBatch(output: Buffer): readonly string[] {
  const texts: string[] = []
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at)
    const size = Number(output.toString('utf8', at, end).split(' ')[2])
    texts.push(output.toString('utf8', end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return texts
}
