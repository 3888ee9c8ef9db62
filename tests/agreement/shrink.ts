import type { Json, Path } from '../../scripts/model/json.ts'
import type { Manifest } from '../../scripts/model/manifest.ts'
import { put, take } from './changes/edit.ts'
import { sitesOf } from './manifests/sites.ts'

/** Whoever asks a server has no patience for more. */
const mostQuestions = 600

/** The manifest with all dropped and shortened that `holds` does not depend on. What it gets may be no manifest any more. */
export async function shrink(manifest: Manifest, holds: (smaller: Manifest) => Promise<boolean>): Promise<Manifest> {
  let smallest = manifest
  let left = mostQuestions
  for (let again = true; again;) {
    again = false
    for (let tried = 0; left > 0; left--) {
      const smaller = [...candidates(smallest)][tried]
      if (smaller === undefined) break
      const fits = await holds(smaller)
      if (fits) smallest = smaller
      else tried++
      again ||= fits
    }
  }
  return smallest
}

/** One step smaller, in every way; what loses most comes first. */
function* candidates(manifest: Manifest): Generator<Manifest> {
  const sites = sitesOf(manifest).filter(({ path }) => path.length > 0 && !isName(path))
  const byWeight = sites
    .map((site) => ({ ...site, weight: JSON.stringify(site.value).length }))
    .sort((one, other) => other.weight - one.weight)
  for (const { path, value } of byWeight) {
    yield take(manifest, path)
    for (const shorter of halves(value)) yield put(manifest, path, shorter)
  }
}

/** Without them nobody knows what it is. */
function isName(path: Path): boolean {
  return path.length === 1 && (path[0] === 'kind' || path[0] === 'apiVersion')
}

function halves(value: Json): readonly Json[] {
  const isLong = (Array.isArray(value) && value.length > 3) || (typeof value === 'string' && value.length > 12)
  if (!isLong) return []
  const middle = Math.ceil(value.length / 2)
  return [value.slice(0, middle), value.slice(middle)] as readonly Json[]
}
