const pause = 0.25

/** Aborts when a beat that has begun stands still for `patience` seconds. */
export function watchBeat(beat: Int32Array, patience: number): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController()
  let last = -1
  let quiet = 0
  const timer = setInterval(() => {
    const now = Atomics.load(beat, 0) + Atomics.load(beat, 1)
    quiet = now === last ? quiet + pause : 0
    last = now
    if (now > 0 && quiet >= patience) controller.abort()
  }, pause * 1000)
  return { signal: controller.signal, stop: () => clearInterval(timer) }
}
