/** What shows only when all requests are looked at together: totals, names taken, disks. */
export interface LabCodes {
  'member-gpus': { asked: number; limit: number }
}
