import { posix } from 'node:path'
import { entryFault, mostFiles, rootFault } from '../model/entry-fault.ts'
import { finding, type Finding } from '../model/finding.ts'
import type { Git } from '../model/git.ts'
import type { Source } from '../model/request.ts'
import type { HouseFile, Tree } from '../model/tree.ts'
import { listTree, type Listed } from './list-tree.ts'
import { readBlobs, type Blobs } from './read-blobs.ts'
import { sourceOf } from './source-of.ts'

/**
 * A lab's tree from Git's objects: nothing is checked out, links are not followed, and what may not be there is a finding and no source,
 * as for files on a disk. With the `blobs` of a tree before, only what differs is read.
 */
export async function treeAt(git: Git, ref: string, blobs: Blobs = new Map()): Promise<Tree> {
  const listed = await listTree(git, ref, ['users/', 'grants/', 'templates/'])
  const byFolder = Map.groupBy(listed, ({ path }) => posix.dirname(path))
  const members = membersIn(byFolder.get('users') ?? [])
  const inFolders = members.folders.map((folder) => readable(folder, byFolder.get(folder.path) ?? []))
  const grants = plainFiles(byFolder.get('grants') ?? [], /\.json$/)
  const templates = plainFiles(byFolder.get('templates') ?? [], /^[a-z-]+\.ts$/)
  const files = [...inFolders.flatMap((folder) => folder.files), ...grants, ...templates]
  await readBlobs(
    git,
    files.map(({ id }) => id),
    blobs,
  )
  const read = inFolders.map(({ owner, files: own, findings }) => ({ owner, findings, ...sourcesOf(own, blobs) }))
  return {
    folders: read.flatMap(({ owner, sources }) => (sources.length > 0 ? [{ owner, sources }] : [])),
    findings: [...members.findings, ...read.flatMap(({ findings, broken }) => [...findings, ...broken])],
    folderIds: new Map(members.folders.map(({ name, id }) => [name, id])),
    grants: houseFiles(grants, blobs),
    templates: houseFiles(templates, blobs),
  }
}

function membersIn(entries: readonly Listed[]): { folders: readonly Listed[]; findings: readonly Finding[] } {
  const seen = new Map<string, string>()
  const faults = entries.map((entry) => {
    const fault = rootFault(entry, entry.path, seen)
    seen.set(entry.name.toLowerCase(), entry.name)
    return fault
  })
  return {
    folders: entries.filter((entry, index) => faults[index] === undefined && entry.kind === 'folder'),
    findings: faults.flatMap((fault) => fault ?? []),
  }
}

interface Readable {
  readonly owner: string
  readonly files: readonly Listed[]
  readonly findings: readonly Finding[]
}

function readable({ name: owner, path }: Listed, entries: readonly Listed[]): Readable {
  if (entries.length > mostFiles) {
    const findings = [finding('files-too-many', { count: entries.length, limit: mostFiles }, { file: path })]
    return { owner, files: [], findings }
  }
  const faults = entries.map((entry) => entryFault(entry, entry.path))
  return {
    owner,
    files: entries.filter((_, index) => faults[index] === undefined),
    findings: faults.flatMap((fault) => fault ?? []),
  }
}

function sourcesOf(files: readonly Listed[], blobs: Blobs): { sources: readonly Source[]; broken: readonly Finding[] } {
  const read = files.map((file) => sourceOf(file, blobs.get(file.id) ?? {}))
  return {
    sources: read.filter((one): one is Source => !('code' in one)),
    broken: read.filter((one): one is Finding => 'code' in one),
  }
}

function plainFiles(entries: readonly Listed[], name: RegExp): readonly Listed[] {
  return entries.filter((entry) => entry.kind === 'file' && name.test(entry.name))
}

/** What is too large is no file of a house. */
function houseFiles(files: readonly Listed[], blobs: Blobs): readonly HouseFile[] {
  return files.flatMap(({ path, id }) => {
    const blob = blobs.get(id)
    return Buffer.isBuffer(blob) ? [{ file: path, text: blob.toString('utf8') }] : []
  })
}
