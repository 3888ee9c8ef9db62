import { expect, test } from 'vitest'
import defaultLab from '../../../../lab.config.ts'
import { podStages } from './pod-stages.ts'

/**
 * A change is an event, and an event brings the next stage. A stage that also deletes makes it two deletes of one pod; kwok names no UID,
 * and the second ends a new pod that has the name by then.
 */
test('what changes a pod leaves its deletion to the next stage', () => {
  const stages = podStages({ lab: defaultLab, pull: 1, stop: 1, run: 1, hour: 3600, patience: 300 }, 6)
  const both = stages.filter(
    ({ spec: { steps } }) => steps.some((step) => 'patch' in step) && steps.some((step) => 'delete' in step),
  )
  expect(both.map(({ metadata: { name } }) => name)).toEqual([])
})
