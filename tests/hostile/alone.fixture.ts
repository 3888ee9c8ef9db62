import { kinds } from './cases/index.ts'
import { createEvaluator, honest, outcomeOf } from './evaluator.ts'

// Run by itself, under Node's permission model: everything hostile one after the other, and an honest request after each.
const evaluate = await createEvaluator()
const first = JSON.stringify(evaluate(honest))
const told = kinds.flatMap(([, cases]) =>
  cases.map(([attempt, files]) => ({
    attempt,
    outcome: outcomeOf(evaluate(files)),
    honest: JSON.stringify(evaluate(honest)) === first,
  })),
)
process.stdout.write(JSON.stringify(told))
