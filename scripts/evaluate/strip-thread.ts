import { workerData } from 'node:worker_threads'
import type { StripThreadData } from './strip-apart.ts'
import { isPoisoned, stripErrorOf } from './strip-error.ts'
import { stripHere } from './strip-here.ts'
import type { Stripped } from './strip.ts'

const { port, answered } = workerData as StripThreadData

port.on('message', (text: string) => {
  port.postMessage(stripped(text))
  Atomics.add(answered, 0, 1)
  Atomics.notify(answered, 0)
})

function stripped(text: string): Stripped {
  try {
    return { code: stripHere(text) }
  } catch (thrown) {
    return { error: isPoisoned(thrown) ? { kind: 'tangled' } : stripErrorOf(thrown, text) }
  }
}
