import { symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { Lab } from '../model/lab.ts'
import type { Folder, Source } from '../model/request.ts'
import { configType } from './config-type.ts'
import { houseFiles } from './house-files.ts'

/** As in `users/tsconfig.json`, which is for the editor: no file that a member can change decides how members are checked. */
export const compilerOptions = {
  target: 'es2024',
  lib: ['es2024'],
  module: 'esnext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  isolatedModules: true,
  noEmit: true,
  skipLibCheck: true,
} as const

/**
 * A closed world: what is not in the list of files does not exist, whether it is imported by an absolute path or named in a `///`
 * reference. Without it a message could spell what stands in somebody else's file.
 */
const closed = { noResolve: true, resolveJsonModule: false, preserveSymlinks: true } as const

/** Where the compiler works: links to the members' and the house's files, by names that no member can guess. */
export interface Workplace {
  readonly dir: string
  readonly users: string
  readonly house: string
  /** The lab, as a declaration of its type. */
  readonly config: string
  readonly houseFiles: readonly string[]
  readonly kubernetesTypes: string
}

export interface WorkplaceRoots {
  readonly usersRoot: string
  readonly houseRoot: string
  readonly lab: Lab
}

/** Threat: a type can hold line breaks, and with them lines that look like errors in another member's file. They lack the secret. */
export function openWorkplace(dir: string, roots: WorkplaceRoots, secret: string): Workplace {
  const [users, house] = [`${secret}-users`, `${secret}-house`]
  symlinkSync(resolve(roots.usersRoot), join(dir, users), 'junction')
  symlinkSync(resolve(roots.houseRoot), join(dir, house), 'junction')
  const config = join(dir, `${secret}-config.d.ts`)
  writeFileSync(config, configType(roots.lab))
  const kubernetesTypes = dirname(createRequire(import.meta.url).resolve('kubernetes-types/package.json'))
  const files = houseFiles({ houseRoot: join(dir, house), config, kubernetesTypes })
  return { dir, users, house, config, kubernetesTypes, houseFiles: files }
}

/** Writes the project of these folders, and gives the arguments that check it. */
export function writeProject(folders: readonly Folder[], place: Workplace): readonly string[] {
  const house = (file: string): string => join(place.dir, place.house, file)
  const paths = {
    '#lab': [house('templates/index.ts')],
    '#lab/config': [place.config],
    'kubernetes-types/*': [join(place.kubernetesTypes, '*')],
  }
  const sources = folders.flatMap((folder) =>
    folder.sources
      .filter((source) => isPlain(folder, source))
      .map(({ name }) => join(place.dir, place.users, folder.owner, name)),
  )
  const project = {
    compilerOptions: { ...compilerOptions, ...closed, paths },
    files: [...place.houseFiles, ...sources],
  }
  writeFileSync(join(place.dir, 'tsconfig.json'), JSON.stringify(project))
  return ['-p', 'tsconfig.json', '--pretty', 'false', '--checkers', '1']
}

/** Names with anything else in them are refused before; here they could only confuse. */
function isPlain(folder: Folder, source: Source): boolean {
  return [folder.owner, source.name].every((name) => /^\w[\w.-]*$/.test(name))
}
