import { stripTypeScriptTypes } from 'node:module'

let announced = false

/** Node's own stripping of types, which leaves every character where it was. Throws as Node does. */
export function stripHere(text: string): string {
  if (!announced) withoutNotice(() => stripTypeScriptTypes(''))
  announced = true
  return stripTypeScriptTypes(text)
}

/** Node says once that it is experimental; the version is pinned, so nobody needs to hear it. Every other warning passes. */
function withoutNotice(first: () => void): void {
  const emit = process.emitWarning.bind(process) as (...args: readonly unknown[]) => void
  process.emitWarning = (...args: readonly unknown[]) => {
    if (!String(args[0]).startsWith('stripTypeScriptTypes')) emit(...args)
  }
  try {
    first()
  } finally {
    process.emitWarning = emit
  }
}
