import { textsAt } from '../../../model/at.ts'
import { diskOf } from './disk-of.ts'
import { routeOf } from './route-of.ts'
import { workOf } from './work-of.ts'
import type { Evaluated } from '../../../model/evaluation.ts'
import type { Footprint, ObjectPrint } from '../../../model/footprint.ts'
import { kindOf, nameOf, objectId } from '../../../model/manifest.ts'
import { requestId, type Request } from '../../../model/request.ts'

/**
 * What one request means for everybody else: demand, disks, mounts, names. Takes manifests of any shape, also those that no schema
 * passed, for a disk with one wrong field is still there for the run that mounts it. The result is plain JSON.
 */
export function footprintOf(request: Request, objects: readonly Evaluated[]): Footprint {
  return { owner: request.owner, request: requestId(request), file: request.file, objects: objects.map(printOf) }
}

function printOf({ manifest, origin }: Evaluated): ObjectPrint {
  const work = workOf(manifest)
  const disk = diskOf(manifest)
  const route = routeOf(manifest)
  const kind = kindOf(manifest)
  return {
    id: objectId(manifest),
    kind,
    name: nameOf(manifest),
    origin,
    ...(work && { work }),
    ...(disk && { disk }),
    ...(kind === 'Service' && { selector: textsAt(manifest, 'spec', 'selector') }),
    ...(route && { route }),
  }
}
