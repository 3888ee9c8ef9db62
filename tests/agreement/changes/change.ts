import { isObject } from '../../../scripts/model/json.ts'
import type { Manifest } from '../../../scripts/model/manifest.ts'
import type { Draw } from '../draw.ts'
import { sitesOf, type Site } from '../manifests/sites.ts'

/** One thing done to a manifest; nothing where it has no place for that. */
export type Change = (manifest: Manifest, draw: Draw) => Manifest | undefined

/** How often `kind` and `apiVersion` may be meant, of 1: without them nothing else is looked at. */
const ofName = 0.1

/** A change of one of the values for which `fits` holds, never of the whole manifest. */
export function at<S extends Site = Site>(
  fits: ((site: Site) => site is S) | ((site: Site) => boolean),
  change: (manifest: Manifest, site: S, draw: Draw) => Manifest | undefined,
): Change {
  return (manifest, draw) => {
    const named = draw.chance(ofName)
    const sites = sitesOf(manifest).filter(
      (site): site is S => site.path.length > 0 && (named || !isName(site)) && fits(site),
    )
    return sites.length === 0 ? undefined : change(manifest, draw.pick(sites), draw)
  }
}

function isName({ path }: Site): boolean {
  return path.length === 1 && (path[0] === 'kind' || path[0] === 'apiVersion')
}

/** An entry of a map, not a field: its key is free. */
export function isEntry({ path, field }: Site): boolean {
  return field === undefined && typeof path.at(-1) === 'string'
}

export interface TextSite extends Site {
  readonly value: string
}

/** A text that is not one of a few. */
export function isText(site: Site): site is TextSite {
  return typeof site.value === 'string' && site.shape?.schema.enum === undefined
}

/** An object whose fields the schema knows. */
export function isKnownObject({ value, shape }: Site): boolean {
  return shape?.definition !== undefined && isObject(value)
}
