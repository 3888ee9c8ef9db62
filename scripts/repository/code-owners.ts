import type { Lab } from '../model/lab.ts'

/**
 * `.github/CODEOWNERS`: whom GitHub asks for a review. It routes and gates nothing (`pipeline.md` 7). At level `computed` the check asks an
 * admin, and only where one is needed, so a member's folder names the member alone.
 */
export function codeOwners({ admins, members, review }: Lab): string {
  const active = Object.keys(members).filter((login) => !members[login]?.suspended)
  const asked = review.level === 'simple' ? admins : []
  return [
    '# Made from lab.config.ts: `UPDATE=1 npx vitest run scripts/repository` writes it anew.',
    line('*', admins),
    ...active.map((login) => line(`/users/${login}/`, [...new Set([login, ...asked])])),
    '',
  ].join('\n')
}

function line(pattern: string, owners: readonly string[]): string {
  return [pattern, ...owners.map((login) => `@${login}`)].join(' ')
}
