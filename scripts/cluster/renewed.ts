/** A bearer token, good at the time of asking; `undefined` where the connection has a certificate instead. */
export type TokenSource = () => Promise<string | undefined>

interface Fetched {
  readonly token: string
  /** Milliseconds since 1970; absent: as long as we run. */
  readonly until?: number
}

/** Fetches a token when there is none or its time is over, once for all who ask at the same time. A failure is not kept. */
export function renewed(fetch: (now: number) => Promise<Fetched>, now: () => number = Date.now): TokenSource {
  let last: Promise<Fetched> | undefined
  let until = 0
  return async () => {
    if (last === undefined || now() >= until) {
      until = Infinity
      last = fetch(now())
      last.then(
        (fetched) => (until = fetched.until ?? Infinity),
        () => (last = undefined),
      )
    }
    return (await last).token
  }
}
