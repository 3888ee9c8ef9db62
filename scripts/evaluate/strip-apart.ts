import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads'
import type { Stripped } from './strip.ts'

interface Thread {
  readonly worker: Worker
  readonly port: MessagePort
  readonly answered: Int32Array
}

/** What the thread is started with. */
export interface StripThreadData {
  readonly port: MessagePort
  readonly answered: Int32Array
}

let running: Thread | undefined

/** Strips in a second thread and waits for it. A thread that was broken or takes longer is ended, and the next text gets a new one. */
export function stripApart(text: string, seconds: number): Stripped {
  const { worker, port, answered } = (running ??= startThread())
  const before = Atomics.load(answered, 0)
  port.postMessage(text)
  Atomics.wait(answered, 0, before, seconds * 1000)
  const answer: { message: Stripped } | undefined = receiveMessageOnPort(port)
  if (answer !== undefined && !isTangled(answer.message)) return answer.message
  running = undefined
  void worker.terminate()
  return { error: { kind: 'tangled' } }
}

function isTangled(stripped: Stripped): boolean {
  return 'error' in stripped && stripped.error.kind === 'tangled'
}

/** The thread sees no environment, and keeps no process alive. */
function startThread(): Thread {
  const { port1: port, port2 } = new MessageChannel()
  const answered = new Int32Array(new SharedArrayBuffer(4))
  const workerData: StripThreadData = { port: port2, answered }
  const worker = new Worker(new URL('strip-thread.ts', import.meta.url), { workerData, transferList: [port2], env: {} })
  worker.unref()
  port.unref()
  return { worker, port, answered }
}
