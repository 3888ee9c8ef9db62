import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface HouseRoots {
  readonly houseRoot: string
  /** What `#lab/config` is. */
  readonly config: string
  readonly kubernetesTypes: string
}

/**
 * All files of which the types of `#lab` are made. The house is ours and stands as our formatter leaves it, so that its imports can be
 * read off the text. Throws where `templates/index.ts` or something that it imports cannot be read.
 */
export function houseFiles({ houseRoot, config, kubernetesTypes }: HouseRoots): readonly string[] {
  const files = new Set(['templates/index.ts', 'templates/sandbox.d.ts'].map((name) => join(houseRoot, name)))
  for (const file of files) {
    for (const specifier of importsOf(readFileSync(file, 'utf8'))) {
      if (specifier === '#lab/config') files.add(config)
      else if (specifier.startsWith('kubernetes-types/')) files.add(declared(join(kubernetesTypes, '..', specifier)))
      else if (specifier.startsWith('.')) files.add(declared(join(dirname(file), specifier)))
    }
  }
  return [...files]
}

function importsOf(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:from|import) ['"]([^'"\n]+)['"]/g)].map(([, specifier = '']) => specifier)
}

/** kubernetes-types holds declarations only, and leaves the ending out among its own. */
function declared(file: string): string {
  return file.endsWith('.ts') ? file : `${file.replace(/\.js$/, '')}.d.ts`
}
