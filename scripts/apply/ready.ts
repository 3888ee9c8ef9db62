import { ended, type Task } from './task.ts'

const failures = new Set(['failed', 'refused', 'skipped', 'interrupted', 'held'])
const clearings = new Set(['stop', 'delete', 'replace'])

/** What needs a disk or a setting that could not be made is not tried. */
export function withoutNeeds(tasks: readonly Task[]): readonly Task[] {
  const missing = new Set(tasks.filter(isMissing).map(({ step }) => step.key))
  return tasks.map((task) => {
    const need = task.step.wanted?.needs.find(({ key }) => missing.has(key))
    return task.over || need === undefined ? task : ended(task, { ending: 'skipped', args: { need: need.key } })
  })
}

/** A disk that is yet to grow is there. */
function isMissing({ over }: Task): boolean {
  return over !== undefined && failures.has(over.ending) && over.hold !== 'storage'
}

/** Whether nothing is left of what a step waits for: what the plan says, and an earlier step about the same name. */
export function isReady(task: Task, tasks: readonly Task[]): boolean {
  return blockersOf(task, tasks).every(({ left }) => left === 'nothing')
}

/** Once all clearing is done: what still waits does not come in this apply. */
export function withoutHopeless(tasks: readonly Task[]): readonly Task[] {
  return tasks.map((task) =>
    task.over || isReady(task, tasks) ? task : ended(task, { ending: 'held', hold: 'terminating' }),
  )
}

function blockersOf(task: Task, tasks: readonly Task[]): readonly Task[] {
  const { key, waits = [] } = task.step
  const earlier = tasks.slice(0, tasks.indexOf(task)).filter(({ step }) => step.key === key)
  const named = tasks.filter(({ step }) => waits.includes(step.key) && step.key !== key)
  return [...earlier, ...named].filter(({ step }) => clearings.has(step.operation))
}
