/** One node of an OpenAPI v3 schema, as a kube-apiserver writes it. */
export interface OpenApiSchema {
  readonly $ref?: string
  readonly allOf?: readonly OpenApiSchema[]
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly string[]
  readonly items?: OpenApiSchema
  readonly properties?: Readonly<Record<string, OpenApiSchema>>
  readonly additionalProperties?: OpenApiSchema
  readonly required?: readonly string[]
  readonly [extension: `x-kubernetes-${string}`]: unknown
}

/** `Pod` of `''`/`v1`, `Job` of `batch`/`v1`. */
export interface GroupVersionKind {
  readonly group: string
  readonly version: string
  readonly kind: string
}

export interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, OpenApiSchema>> }
}

/** Where a cluster's description of itself comes from: a folder, or the cluster. Texts, because their hash is kept. */
export interface OpenApiSource {
  /** The server's release, `v1.33.13`. */
  release(): Promise<string>
  /** The document of one API group, `api/v1` or `apis/batch/v1`. */
  document(group: string): Promise<string>
}
