/** The cluster's paths, and what members write or see in their place. */
const words: readonly (readonly [path: RegExp, words: string])[] = [
  [/^spec\.activeDeadlineSeconds$/, 'its time'],
  [/^spec\.parallelism$/, 'how many run at once'],
  [/^spec\.completions$/, 'how many there are'],
  [/^spec\.backoffLimit$/, 'how often it is tried again'],
  [/^spec\.ttlSecondsAfterFinished$/, 'how long it is kept after its end'],
  [/^spec\.replicas$/, 'how many copies run'],
  [/^metadata\.labels\b/, 'its labels'],
  [/^metadata\.annotations\b/, 'its annotations'],
  [/^data\./, 'its files'],
  [/\.image$/, 'its image'],
  [/\.env\b/, 'its environment'],
  [/\.resources\b/, 'its GPUs, cores or memory'],
  [/\.(?:command|args)\b/, 'its command'],
]

/** What a changed field is called where a member reads of it; the path itself where there is no word. */
export function fieldWords(path: string): string {
  return words.find(([pattern]) => pattern.test(path))?.[1] ?? path
}
