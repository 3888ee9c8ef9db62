import type { OpenApiSource } from './open-api.ts'

/** A running API server, through whatever can `get` a path of it: HTTPS, or `kubectl get --raw`. */
export function serverSource(get: (path: string) => Promise<string>): OpenApiSource {
  return {
    release: async () => (JSON.parse(await get('/version')) as { gitVersion: string }).gitVersion,
    document: (group) => get(`/openapi/v3/${group}`),
  }
}
