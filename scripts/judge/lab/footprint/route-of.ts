import { itemsAt, textAt } from '../../../model/at.ts'
import type { Route } from '../../../model/footprint.ts'
import type { Json } from '../../../model/json.ts'
import { kindOf, type Manifest } from '../../../model/manifest.ts'

/** The hosts of an Ingress, each once and in lower case, and the Services behind it; `undefined` for other kinds. */
export function routeOf(manifest: Manifest): Route | undefined {
  if (kindOf(manifest) !== 'Ingress') return undefined
  const rules = itemsAt(manifest, 'spec', 'rules')
  const hosts = rules.flatMap((rule) => textAt(rule, 'host')?.toLowerCase() ?? [])
  return { hosts: [...new Set(hosts)], services: rules.flatMap(servicesOf) }
}

function servicesOf(rule: Json, index: number): Route['services'] {
  const to = ['backend', 'service', 'name']
  return itemsAt(rule, 'http', 'paths').flatMap((path, at) => {
    const name = textAt(path, ...to)
    return name === undefined ? [] : [{ name, path: ['spec', 'rules', index, 'http', 'paths', at, ...to] }]
  })
}
