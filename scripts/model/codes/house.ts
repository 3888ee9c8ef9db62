/** What is wrong with the lab's own files, or with us: never the member's fault. */
export interface HouseCodes {
  'could-not-tell': { what: string; why: string }
  /** `line` and `column` where the reader told them. */
  'config-unreadable': { why: string; line?: number; column?: number }
  /** Something that JSON has not: a Date, a function, `undefined`. */
  'config-not-data': { key: string }
  'admin-unknown': { admin: string; near?: string }
  'admin-suspended': { admin: string }
  'prefix-unfit': { login: string; prefix: string; written: boolean }
  'prefix-taken': { login: string; other: string; prefix: string }
  'id-taken': { login: string; other: string; id: number }
  'default-storage-unfit': { storage: string; near?: string }
  'instead-unfit': { storage: string; instead: string; near?: string }
  'storage-class-twice': { storage: string; other: string; class: string }
  'gpu-product-twice': { model: string; other: string; product: string }
  /** A model with the name of a memory class. */
  'gpu-name-unfit': { model: string }
  'priority-unfit': { name: string; near?: string }
  /** A cap for a resource that no card of the catalogue has. */
  'cap-class-unknown': { resource: string; near?: string }
  'cap-above-lab': { cap: string; member: string; lab: string }
  'image-registry-unfit': { image: string; registry: string; instead?: string }
  'image-latest': { image: string }
  'retirement-twice': { claim: string }
  'grant-unreadable': { why: string; line?: number; column?: number }
  'grant-misplaced': { expected: string }
  /** From here on the grant counts as none. */
  'grant-for-stranger': { login: string; near?: string }
  'grant-by-stranger': { by: string }
  'grant-by-other-account': { by: string; id: number; expected: number }
  'grant-for-oneself': { login: string }
  'grant-too-long': { until: string; days: number; limit: number }
}
