/** What the cluster's operators or the lab refuse in one manifest. */
export interface PolicyCodes {
  'namespace-foreign': { namespace: string; expected: string }
}
