import type { RequestCard, ThingChange } from '../../model/card.ts'
import type { Lab } from '../../model/lab.ts'
import { objectId, type Manifest } from '../../model/manifest.ts'
import type { Rendered } from '../../model/rendered.ts'
import { renderObjects } from '../../render/index.ts'
import { fieldChanges } from './fields.ts'
import { withoutValues } from './hidden.ts'
import { byRequest, manifestsIn } from './manifests.ts'
import { thingOf } from './things.ts'

/** Every request whose objects a change makes, alters or takes away, by name. */
export function requestCards(
  before: readonly Rendered[],
  after: readonly Rendered[],
  lab: Lab,
): readonly RequestCard[] {
  const [old, fresh] = [byRequest(before), byRequest(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((request) => old.get(request)?.text !== fresh.get(request)?.text)
    .sort()
    .map((request) => requestCard(request, old.get(request), fresh.get(request), lab))
}

function requestCard(request: string, old: Rendered | undefined, fresh: Rendered | undefined, lab: Lab): RequestCard {
  const [before, after] = [old, fresh].map((one) => (one === undefined ? [] : manifestsIn(one)))
  return {
    request,
    file: `users/${request}.ts`,
    is: old === undefined ? 'new' : fresh === undefined ? 'gone' : 'changed',
    things: thingChanges(before ?? [], after ?? [], lab),
    fields: old === undefined || fresh === undefined ? [] : fieldChanges(before ?? [], after ?? []),
    ...(fresh !== undefined && { yaml: renderObjects((after ?? []).map(withoutValues)) }),
  }
}

function thingChanges(before: readonly Manifest[], after: readonly Manifest[], lab: Lab): readonly ThingChange[] {
  const [old, fresh] = [before, after].map((all) => new Map(all.map((one) => [objectId(one), thingOf(one, lab)])))
  return [...new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])].map((id) => {
    const [left, right] = [old?.get(id), fresh?.get(id)]
    return { ...(left && { before: left }), ...(right && { after: right }) }
  })
}
