import { builtinModules } from 'node:module'
import type { ImportRefusal } from '../model/codes/evaluate.ts'
import type { Folder, Source } from '../model/request.ts'

/** What an import leads to: `#lab`, a file of the own folder, a file that is not there, or nothing that a request may have. */
export type Resolved =
  | { readonly kind: 'lab' }
  | { readonly kind: 'own'; readonly source: Source }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly why: ImportRefusal }

/** What a member's file gets for `specifier`. */
export function resolveImport(specifier: string, folder: Folder): Resolved {
  if (specifier === '#lab') return { kind: 'lab' }
  const [, name] = /^\.\/([^/]+)$/.exec(specifier) ?? []
  const source =
    folder.sources.find((one) => one.name === name) ?? folder.sources.find((one) => one.name === `${name}.ts`)
  if (source !== undefined) return { kind: 'own', source }
  const why = refusalOf(specifier, folder.owner)
  return why === undefined ? { kind: 'missing' } : { kind: 'refused', why }
}

const builtins = new Set(builtinModules)

function refusalOf(specifier: string, owner: string): ImportRefusal | undefined {
  if (specifier.startsWith('#lab/') || specifier.includes('lab.config')) return 'config'
  if (specifier.startsWith('node:') || builtins.has(specifier)) return 'node'
  if (/^[a-z][a-z0-9+.-]+:/i.test(specifier)) return 'url'
  if (/^([/\\]|[a-z]:)/i.test(specifier)) return 'absolute'
  if (specifier.startsWith('../')) return outsideOf(specifier, owner)
  if (!specifier.startsWith('./')) return 'package'
  if (specifier.indexOf('/', 2) !== -1) return 'subfolder'
  return /\.[a-z]+$/i.test(specifier) && !specifier.endsWith('.ts') ? 'not-typescript' : undefined
}

/** What lies outside a folder under `users/`, by the path that it would have. */
function outsideOf(specifier: string, owner: string): ImportRefusal {
  const { pathname } = new URL(specifier, `file:///users/${owner}/`)
  if (pathname.startsWith('/templates/')) return 'templates'
  return pathname.startsWith('/users/') && /^\/users\/[^/]+\/./.test(pathname) ? 'member' : 'outside'
}
