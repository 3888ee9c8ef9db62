/** A line for bash ends at its first failure, also inside a pipe; a list is run as it is. */
export function commandOf(command: string | readonly string[]): readonly string[] {
  return typeof command === 'string' ? ['bash', '-eo', 'pipefail', '-c', verbatim(command)] : command
}

/**
 * Kubernetes itself replaces `$(NAME)` and `$$` in commands before any shell sees them; a doubled `$` keeps both as they were written.
 * Source: k8s.io/kubernetes third_party/forked/golang/expansion.
 */
export function verbatim(script: string): string {
  return script.replace(/\$(?=[$(])/g, '$$$$')
}

/** A word that means itself to a shell. */
export function shellWord(text: string): string {
  return /^[\w./:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
