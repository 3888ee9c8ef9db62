/** The page of a list that a query asks for, and GitHub's `Link` header to the others; `''` where there are none. */
export function paged(
  all: readonly unknown[],
  query: Readonly<Record<string, string>>,
  url: string,
): { readonly page: readonly unknown[]; readonly link: string } {
  const size = Math.min(Math.max(Number(query['per_page'] ?? 30), 1), 100)
  const at = Math.max(Number(query['page'] ?? 1), 1)
  const last = Math.max(Math.ceil(all.length / size), 1)
  const places: readonly (readonly [string, number])[] = [
    ...(at > 1 ? [['prev', at - 1] as const, ['first', 1] as const] : []),
    ...(at < last ? [['next', at + 1] as const, ['last', last] as const] : []),
  ]
  const link = places.map(([name, page]) => `<${onPage(url, page)}>; rel="${name}"`).join(', ')
  return { page: all.slice((at - 1) * size, at * size), link }
}

function onPage(url: string, page: number): string {
  const address = new URL(url)
  address.searchParams.set('page', String(page))
  return address.href
}
