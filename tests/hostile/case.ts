/**
 * One row of the specification: what it tries, the member's files (a text is `dev.ts`), and what comes of it: `code line:column` of each
 * finding, `code` alone where only the file is known, `code file:line:column` in another file than `dev.ts`, `call code path` of what a
 * template says of its arguments, and `Kind/name` of each object that comes out.
 */
export type Case = readonly [
  attempt: string,
  files: string | Readonly<Record<string, string>>,
  outcome: readonly string[],
]
