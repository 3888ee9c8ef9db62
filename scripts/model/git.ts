/** Runs git with these arguments, never through a shell, and gives its standard output; throws when git fails. Without `input` it gets none. */
export type Git = (args: readonly string[], input?: string) => Promise<Buffer>
