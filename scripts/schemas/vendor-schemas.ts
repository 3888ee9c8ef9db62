import { createHash } from 'node:crypto'
import type { JsonSchema } from '../model/json-schema.ts'
import { closedDefinition, unheeded } from './closed-schema.ts'
import type { GroupVersionKind, OpenApi, OpenApiSchema, OpenApiSource } from './open-api.ts'

/** What the lab has a use for, by the API group that serves it. Everything else is an unknown kind. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'api/v1': ['ConfigMap', 'PersistentVolumeClaim', 'Pod', 'Service'],
  'apis/apps/v1': ['Deployment'],
  'apis/batch/v1': ['Job'],
  'apis/networking.k8s.io/v1': ['Ingress'],
}

const dialect = 'https://json-schema.org/draft/2020-12/schema'
const groupVersionKind = 'x-kubernetes-group-version-kind'

/** The schemas of one minor release: each file's name with its content. */
export interface Vendored {
  /** `1.33`: the folder's name. */
  readonly minor: string
  readonly files: Readonly<Record<string, JsonSchema>>
}

/** A closed JSON Schema for each of our kinds, what they share once in `definitions.json`, and where it comes from in `source.json`. */
export async function vendorSchemas(source: OpenApiSource): Promise<Vendored> {
  const server = await source.release()
  // One after the other, so that of several that are missing it is always the same that is told.
  const groups: Group[] = []
  for (const group of Object.keys(kinds)) groups.push(await readGroup(group, source))
  const roots = groups.flatMap((group) => group.roots)
  const definitions = definitionsOf(
    roots.map(([name]) => name),
    new Map(groups.flatMap((group) => group.schemas)),
  )
  return {
    minor: minorOf(server),
    files: {
      ...Object.fromEntries(roots.map(([name, gvk]) => [fileName(gvk), kindSchema(name, gvk)])),
      'definitions.json': definitions,
      'source.json': { server, openapi: Object.fromEntries(groups.map((group) => [group.name, group.hash])) },
    },
  }
}

interface Group {
  readonly name: string
  readonly hash: string
  readonly schemas: readonly [name: string, OpenApiSchema][]
  /** The definitions that are kinds of ours. */
  readonly roots: readonly [name: string, GroupVersionKind][]
}

async function readGroup(name: string, source: OpenApiSource): Promise<Group> {
  const text = await source.document(name)
  const schemas = Object.entries((JSON.parse(text) as OpenApi).components.schemas)
  const roots = (kinds[name] ?? []).map((kind): [string, GroupVersionKind] => {
    const found = schemas.map(([id, schema]) => [id, gvkOf(schema)] as const).find(([, gvk]) => gvk?.kind === kind)
    if (!found?.[1]) throw new Error(`the OpenAPI of ${name} does not describe ${kind}`)
    return [found[0], found[1]]
  })
  return { name, hash: `sha256:${createHash('sha256').update(text).digest('hex')}`, schemas, roots }
}

function gvkOf(schema: OpenApiSchema): GroupVersionKind | undefined {
  const all = schema[groupVersionKind] as readonly GroupVersionKind[] | undefined
  return all?.length === 1 ? all[0] : undefined
}

/** As kubeconform and editors look for them: `pod-v1.json`, `ingress-networking-v1.json`. */
function fileName({ group, version, kind }: GroupVersionKind): string {
  return `${[kind.toLowerCase(), group.split('.')[0], version].filter(Boolean).join('-')}.json`
}

function kindSchema(name: string, gvk: GroupVersionKind): JsonSchema {
  const apiVersion = [gvk.group, gvk.version].filter(Boolean).join('/')
  return {
    $schema: dialect,
    $id: fileName(gvk),
    [groupVersionKind]: gvk,
    $ref: `definitions.json#/$defs/${name}`,
    type: 'object',
    properties: { apiVersion: { const: apiVersion }, kind: { const: gvk.kind } },
    required: ['apiVersion', 'kind'],
  }
}

/** All that the roots need, in the order of the alphabet; what is only reported comes last, and milder. */
function definitionsOf(roots: readonly string[], schemas: ReadonlyMap<string, OpenApiSchema>): JsonSchema {
  const lookup = (name: string): OpenApiSchema => {
    const schema = schemas.get(name)
    if (!schema) throw new Error(`the OpenAPI names ${name} and does not describe it`)
    return schema
  }
  const closed = new Map<string, JsonSchema>()
  const reported: string[] = []
  const add = (name: string, definition: OpenApiSchema, addNeeded: (name: string) => void) => {
    if (closed.has(name)) return
    const { schema, needs, reports } = closedDefinition(name, definition, lookup)
    closed.set(name, schema)
    needs.forEach(addNeeded)
    reported.push(...reports)
  }
  const addHeeded = (name: string) => add(name, lookup(name), addHeeded)
  const addReported = (name: string) => add(name, unheeded(lookup(name)), addReported)
  roots.forEach(addHeeded)
  reported.forEach(addReported)
  const sorted = [...closed].sort(([a], [b]) => (a < b ? -1 : 1))
  return { $schema: dialect, $id: 'definitions.json', $defs: Object.fromEntries(sorted) }
}

function minorOf(release: string): string {
  const minor = /^v?(\d+\.\d+)\./.exec(release)?.[1]
  if (minor === undefined) throw new Error(`"${release}" is no release like v1.33.13`)
  return minor
}
