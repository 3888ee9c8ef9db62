const shown = 300

/** Somebody else's sentence inside one of ours: without its full stop, and no longer than a few lines. */
export function clause(message: string): string {
  const one = message.trim().replace(/\.+$/, '')
  return one.length > shown ? `${one.slice(0, shown)}…` : one
}
