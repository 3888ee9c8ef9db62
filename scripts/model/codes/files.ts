/** What is wrong with files before anybody reads them as TypeScript. */
export interface FileCodes {
  /** `offset`: the first byte that cannot be read, from 0. */
  'not-utf8': { offset: number }
  'byte-order-mark': {}
  'nul-character': {}
  /** Bytes; without `size` it is more, and nobody fetched it. */
  'file-too-large': { size?: number; limit: number }
  'file-link': {}
  /** A pipe, a socket, a device; in Git another repository. */
  'file-special': {}
  'file-executable': {}
  'file-unreadable': { why: string }
  /** `suggestion`: a name that would do. */
  'file-name': { name: string; suggestion: string }
  /** No TypeScript of a request. */
  'file-kind': { name: string }
  'folder-in-folder': { name: string }
  'folder-name': { name: string }
  /** Two names that are one where upper and lower case are the same. */
  'folder-twin': { name: string; other: string }
  'files-too-many': { count: number; limit: number }
  /** A file or the like directly below `users/`. */
  'file-outside': { name: string }
}
