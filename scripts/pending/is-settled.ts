import type { PendingCode } from '../model/codes/pending.ts'
import type { Progress } from '../model/progress.ts'

/** What lasts a moment or some minutes, and is followed by something worth telling. */
const passes: Readonly<Record<PendingCode, boolean>> = {
  'not-looked-at': true,
  'gate-closed': true,
  'gate-of-others': false,
  'machines-full': false,
  'resource-unknown': false,
  'no-machine-fits': false,
  'machines-closed': false,
  'quota-zero': false,
  'quota-used-up': false,
  'pods-refused': false,
  'disk-missing': false,
  'disk-unbound': true,
  'disk-refused': false,
  'disk-region': false,
  'disk-stuck': true,
  'image-pulling': true,
  'image-missing': false,
  'image-forbidden': false,
  'image-unreachable': false,
  'settings-missing': false,
  starting: true,
  crashing: false,
  'machine-lost': false,
  unexplained: true,
}

/** Whether waiting for a run can stop: it runs, it is over, or it is known why it does neither. */
export function isSettled(progress: Progress): boolean {
  return (progress.is !== 'queued' && progress.is !== 'refused') || !passes[progress.why.code]
}
