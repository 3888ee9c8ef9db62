import { parentPort } from 'node:worker_threads'
import { createEvaluator, outcomeOf } from './evaluator.ts'

const evaluate = await createEvaluator()

parentPort?.on('message', (text: string) => {
  parentPort?.postMessage('begun')
  parentPort?.postMessage(outcomeOf(evaluate(text)))
})
parentPort?.postMessage('ready')
