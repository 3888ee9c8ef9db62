import { isObject, type JsonObject } from '../../scripts/model/json.ts'

export interface Sent {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly body: string
}

/** The requests of one apply, ready to be sent again: what everybody waits for, and then one chain for each member. */
export interface Recorded {
  readonly first: readonly Sent[]
  readonly chains: readonly (readonly Sent[])[]
}

/** Without what belongs to one moment of one cluster: UIDs and resourceVersions. */
export function recorded(sent: readonly Sent[]): Recorded {
  const timeless = sent.map((one) => ({ ...one, body: without(one.body) }))
  const byMember = Map.groupBy(timeless, memberOf)
  const { ['']: first = [], ...chains } = Object.fromEntries(byMember)
  return { first, chains: Object.values(chains) }
}

/** Objects of a generated member are called `m00001-…`, the memory of them `lab.inventory.m00001`. */
function memberOf({ path, body }: Sent): string {
  return /\bm\d{5}\b/.exec(path)?.[0] ?? /"name":"(?:lab\.inventory\.)?(m\d{5})\b/.exec(body)?.[1] ?? ''
}

function without(body: string): string {
  if (body === '') return ''
  const value = JSON.parse(body) as JsonObject
  if (!isObject(value['metadata'])) return body
  const { uid: _, resourceVersion: __, ...metadata } = value['metadata']
  return JSON.stringify({ ...value, metadata })
}
