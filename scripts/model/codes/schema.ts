/** What a value should be, in words for people. */
export type Shape = 'text' | 'number' | 'whole number' | 'true or false' | 'list' | 'object' | 'quantity'

/** What the cluster's schemas refuse: shape, unknown fields, enums. `field` is the last part of the path; `got` what was written, cut short. */
export interface SchemaCodes {
  'kind-unknown': { apiVersion: string; kind: string; known: readonly string[]; near?: string }
  /** A kind of ours under another version than the server serves it. */
  'kind-version': { kind: string; apiVersion: string; expected: string }
  /** `near`: a field of the same object that was probably meant. `belongs`: the path of the object that does have the field. */
  'field-unknown': { field: string; near?: string; belongs?: string }
  'field-missing': { field: string }
  /** `holds`: the field that the object, or each object of the list, cannot do without. */
  'field-type': { field: string; expected: readonly Shape[]; got: string; gotShape: Shape; holds?: string }
  'field-enum': { field: string; allowed: readonly string[]; got: string; near?: string }
  'value-null': { field: string }
  /** Without bounds: more than the cluster can hold. */
  'value-range': { field: string; got: string; least?: number; most?: number }
  'value-format': { field: string; expected: string; got: string }
  /** The rest of very many faults in one object; the first ones are told. */
  'faults-more': { more: number }
}
