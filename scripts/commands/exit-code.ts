/** What a command tells the shell. `failed`: a bug, a cluster out of reach, or we could not tell; `wrong`: the request is. */
export const exitCode = { done: 0, failed: 1, wrong: 2, pending: 3 } as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
