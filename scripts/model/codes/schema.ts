/** What the cluster's schemas refuse: shape, unknown fields, enums. */
export interface SchemaCodes {
  'kind-unknown': { apiVersion: string; kind: string; near?: string }
}
