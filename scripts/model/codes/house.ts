/** What is wrong with the lab's own files, or with us: never the member's fault. */
export interface HouseCodes {
  'could-not-tell': { what: string; why: string }
}
