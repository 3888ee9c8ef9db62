/** What TypeScript says. */
export interface TypeCodes {
  'type-error': { ts: number; message: string; option?: string }
}
