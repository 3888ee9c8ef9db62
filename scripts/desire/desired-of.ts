import { countAt } from '../model/at.ts'
import type { Desired, Wanted } from '../model/desired.ts'
import { digestOf } from '../model/digest.ts'
import { gpuDemandOf } from '../model/gpu-demand-of.ts'
import { markOf, type Manifest } from '../model/manifest.ts'
import { meaningOf } from '../model/meaning.ts'
import { keyOf } from '../model/object-key.ts'
import { usesOf } from '../model/uses-of.ts'

/** A request that was checked, and what it exports, in the order of its file. */
export interface CheckedRequest {
  readonly owner: string
  /** `alice/dev` and `users/alice/dev.ts`. */
  readonly request: string
  readonly file: string
  readonly manifests: readonly Manifest[]
}

export interface Checked extends Pick<Desired, 'commit' | 'height' | 'broken'> {
  readonly requests: readonly CheckedRequest[]
  /** By login: first-parent commits from the root to the newest that changed the member's folder. */
  readonly heights: ReadonlyMap<string, number>
}

/** What main says, as one list of objects. Throws where a folder's height is missing: nobody may guess a place in line. */
export function desiredOf({ requests, heights, commit, height, broken }: Checked): Desired {
  return { commit, height, broken, wanted: requests.flatMap((request) => wantedBy(request, heights)) }
}

function wantedBy(request: CheckedRequest, heights: ReadonlyMap<string, number>): readonly Wanted[] {
  const height = heights.get(request.owner)
  if (height === undefined) throw new Error(`the height of users/${request.owner} is not known`)
  return request.manifests.map((manifest, index) => wantedOf(request, manifest, [height, request.file, index]))
}

function wantedOf({ owner, request, file }: CheckedRequest, manifest: Manifest, ticket: Wanted['ticket']): Wanted {
  const seconds = countAt(manifest, 'spec', 'activeDeadlineSeconds')
  return {
    key: keyOf(manifest),
    owner,
    request,
    file,
    manifest,
    run: numberIn(manifest, 'lab/run'),
    incarnation: numberIn(manifest, 'lab/incarnation'),
    digest: digestOf(meaningOf(manifest)),
    demand: gpuDemandOf(manifest),
    ...(seconds !== undefined && { seconds }),
    needs: usesOf(manifest).flatMap(({ key, path, optional }) => (optional ? [] : [{ key, path }])),
    ticket,
  }
}

function numberIn(manifest: Manifest, annotation: string): number {
  const text = markOf(manifest, 'annotations', annotation) ?? '1'
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${keyOf(manifest)}: ${annotation} is ${text}`)
  return Number(text)
}
