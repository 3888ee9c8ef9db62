import type { ClusterCodes } from '../model/codes/cluster.ts'

/** Nothing can be done with the cluster; the sentence of the code is in `report/sentences/cluster.ts`. */
export class ClusterError<C extends keyof ClusterCodes = keyof ClusterCodes> extends Error {
  readonly code: C
  readonly args: ClusterCodes[C]

  constructor(code: C, args: ClusterCodes[C], options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(args)}`, options)
    this.code = code
    this.args = args
  }
}
