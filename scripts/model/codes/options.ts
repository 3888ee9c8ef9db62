/** Which argument of which template. `option` is written as people say it: `gpu`, `code.ref`, `mounts['/data']`, `name`. */
interface Where {
  readonly template: string
  readonly option: string
}

/** What an argument should have been. */
export type Expected =
  | 'name'
  | 'options'
  | 'once'
  | 'true'
  | 'count'
  | 'hours'
  | 'cores'
  | 'size'
  | 'volume-size'
  | 'gpu-count'
  | 'image'
  | 'image-name'
  | 'image-tag'
  | 'command'
  | 'mounts'
  | 'disk'
  | 'disk-name'
  | 'variables'
  | 'variable-value'
  | 'secrets'
  | 'secret-name'
  | 'axes'
  | 'axis'
  | 'code'
  | 'repo'
  | 'ref'
  | 'ports'
  | 'day'
  | 'logins'
  | 'patch'
  | 'patch-fields'
  | 'data'

/** What a template says about its own arguments, all at once. `got` is what was written, as source text and cut short. */
export interface OptionCodes {
  /** `others`: the templates that have it. */
  'option-unknown': Where & { near?: string; known: readonly string[]; others?: readonly string[] }
  'option-missing': Where
  /** `least` and `most` bound a count; `write` is what was probably meant, as source text. */
  'option-invalid': Where & { got: string; expected: Expected; least?: number; most?: number; write?: string }
  /** An entry of the option has a name that is none. */
  'option-key': Where & { got: string; expected: 'path' | 'variable'; write?: string }
  /** A list of words is no line for a shell: `word` would be one more argument. `write` is the line. */
  'command-words': Where & { word: string; write?: string }
  /** A name out of a closed list (a preset, a GPU, a member) that is not in it. `near` is the whole value to write. */
  'option-value-unknown': Where & { got: string; near?: string; known: readonly string[] }
  'option-over-limit': Where & { got: string; limit: string; asOf?: string; source?: string }
  /** One environment variable out of two of `env`, `secrets`, `over`. */
  'variable-twice': Where & { name: string; other: string }
  'storage-closed': Where & { storage: string; access: 'group' | 'never' | 'gone'; instead?: string }
  /** A field that `patch` does not take; `has` names the options for it. */
  'patch-closed': Where & { near?: string; has?: string; open: readonly string[] }
}
