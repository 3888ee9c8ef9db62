/** What a document may be at most: more is an attack, or belongs into several files. */
export const limits = {
  /** Characters of one document. An API server takes 3 MiB in one request. */
  size: 8 * 2 ** 20,
  /** Levels of lists and objects in each other. Kubernetes' own go down some twenty. */
  depth: 100,
  /** Values that aliases may repeat. */
  repeated: 10_000,
}
