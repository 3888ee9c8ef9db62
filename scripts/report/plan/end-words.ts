import type { End } from '../../model/memory.ts'

/** How a run ended, as the end of a sentence about it. */
export const endWords: Readonly<Record<End, string>> = {
  succeeded: 'succeeded',
  failed: 'failed',
  deadline: 'reached its end of time',
  stopped: 'was stopped, since nobody asked for it any more',
  replaced: 'gave way to its next number',
  'never-started': 'was given up, since no machine took it',
  gone: 'vanished before its end was seen',
  unknown: 'ended, and nobody can tell how',
}
