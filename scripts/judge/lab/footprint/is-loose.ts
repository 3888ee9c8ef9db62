import { at, itemsAt } from '../../../model/at.ts'
import { isObject, type Json } from '../../../model/json.ts'
import { nanos } from '../../../model/quantity.ts'

/** Whether some container may use more of something than it asked for: its limit is not its request. */
export function isLoose(podSpec: Json | undefined): boolean {
  return [...itemsAt(podSpec, 'initContainers'), ...itemsAt(podSpec, 'containers')].some((container) => {
    const requests = at(container, 'resources', 'requests')
    const limits = at(container, 'resources', 'limits')
    if (!isObject(requests) || !isObject(limits)) return false
    return Object.entries(requests).some(
      ([name, value]) => Object.hasOwn(limits, name) && nanos(value) !== nanos(limits[name]),
    )
  })
}
