import { origins } from '../../templates/origins.ts'
import { strip } from '../evaluate/index.ts'
import { createLocator, type Locator } from '../locate/index.ts'
import type { Source } from '../model/request.ts'

const stripSeconds = 5

/** Finds places in one member's folder, by the templates that stand in this house. */
export function locatorOf(sources: readonly Source[]): Locator {
  return createLocator(sources, origins, (text) => {
    const stripped = strip(text, stripSeconds)
    return 'code' in stripped ? stripped.code : undefined
  })
}
