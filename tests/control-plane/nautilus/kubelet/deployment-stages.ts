import { type Stage, stage } from './stage.ts'

/** Nautilus deletes a Deployment after so many days; an hour here takes `hour` seconds. */
export function deploymentStages(days: number, hour: number): readonly Stage[] {
  return [
    stage({
      name: 'deployment-remove',
      group: 'apps/v1',
      kind: 'Deployment',
      when: '.metadata.deletionTimestamp == null',
      delay: `(.metadata.creationTimestamp | fromdate) + ${days * 24 * hour} - now | tostring + "s"`,
      steps: [{ delete: true }],
    }),
  ]
}
