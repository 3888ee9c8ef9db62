/** The ConfigMap of the lab's memory. Its dot keeps it out of the members' names, which have none (`apply.md` 2). */
export const ledgerName = 'lab.ledger'

const prefix = 'lab.inventory.'

/** The ConfigMap of a member's memory. */
export function inventoryName(login: string): string {
  return `${prefix}${login}`
}

/** Whose memory a ConfigMap is; `undefined` for any other. */
export function memberIn(name: string): string | undefined {
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined
}
