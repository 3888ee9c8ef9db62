import type { Finding } from '../model/finding.ts'
import type { Folder, Source } from '../model/request.ts'
import type { Prepared } from './prepare.ts'
import { resolveImport } from './resolve.ts'

/** The module that `#lab` is. */
export const labModule = 'templates/index.ts'

/** A file that exports something: as it is written, and without its types. */
export interface Exporter {
  readonly file: string
  readonly text: string
  readonly code: string
}

/** An import that led to nothing. */
export interface DeadEnd {
  readonly base: string
  readonly specifier: string
}

/** What one request's imports reach: answers the machine while it runs, and remembers what it answered. */
export class Reach {
  readonly folder: Folder
  readonly prepared = new Map<string, Prepared>()
  readonly deadEnds: DeadEnd[] = []
  readonly #lab: Exporter
  readonly #prepare: (source: Source) => Prepared

  constructor(folder: Folder, lab: Exporter, prepare: (source: Source) => Prepared) {
    this.folder = folder
    this.#lab = lab
    this.#prepare = prepare
  }

  prepare(source: Source): Prepared {
    const prepared = this.#prepare(source)
    this.prepared.set(source.file, prepared)
    return prepared
  }

  resolve(base: string, specifier: string): string | undefined {
    const resolved = resolveImport(specifier, this.folder)
    if (resolved.kind === 'lab') return labModule
    if (resolved.kind === 'own') return resolved.source.file
    this.deadEnds.push({ base, specifier })
    return undefined
  }

  load(name: string): string | undefined {
    const source = this.folder.sources.find(({ file }) => file === name)
    const prepared = source && this.prepare(source)
    return prepared !== undefined && 'code' in prepared ? prepared.code : undefined
  }

  /** The file that `specifier` leads to, if it can be read. */
  exporter(specifier: string): Exporter | undefined {
    const resolved = resolveImport(specifier, this.folder)
    if (resolved.kind === 'lab') return this.#lab
    if (resolved.kind !== 'own') return undefined
    const prepared = this.prepare(resolved.source)
    return 'code' in prepared ? { ...resolved.source, code: prepared.code } : undefined
  }

  /** Requests besides this one whose files ran. */
  otherRequests(file: string): readonly string[] {
    return [...this.prepared.values()]
      .filter((one) => 'code' in one && one.source.file !== file && !one.source.name.startsWith('_'))
      .map(({ source }) => source.file)
  }

  /** What is wrong with the texts that were reached. */
  get findings(): readonly Finding[] {
    return [...this.prepared.values()].flatMap((prepared) => ('findings' in prepared ? prepared.findings : []))
  }
}
