import { afterAll, describe, test } from 'vitest'
import lab from '../../../lab.config.ts'
import { eventually, handsOn } from '../hands.ts'
import { deployment, job, pod } from '../objects.ts'
import { startCluster } from '../start-cluster.ts'
import { aliveLabel } from './names.ts'

/** A cluster where an hour takes three seconds, a Deployment has a quarter of a day, and pods stay on a dark machine for two seconds. */
const rules = { ...lab.rules, service: { ...lab.rules.service, days: 0.25 } }
const cluster = await startCluster({ hour: 3, patience: 2, lab: { ...lab, rules } })
afterAll(cluster.stop)
const { make, shown, eventsOf } = handsOn(cluster)

describe.concurrent('what Nautilus takes away', () => {
  test('a bare pod, after six hours; its own deadline comes before that', async ({ expect }) => {
    const before = Date.now()
    await make(pod('long'), pod('short', { spec: { activeDeadlineSeconds: 2 * 3600 } }))
    await expect.poll(() => shown('pods', '.items[*].metadata.name'), eventually).not.toMatch(/long|short/)
    expect(Date.now() - before).toBeGreaterThan(6 * 3000 - 2000)
    expect(await eventsOf('short')).toContain('DeadlineExceeded')
    expect(await eventsOf('long')).toEqual(['Pulled', 'Pulling', 'Scheduled', 'Started'])
  })

  test('a Deployment, after its days', async ({ expect }) => {
    await make(deployment('idle'))
    await expect.poll(() => shown('deployments,pods', '.items[*].metadata.name'), eventually).not.toContain('idle')
    const started = await shown('events', '.items[?(@.reason=="Started")].involvedObject.name')
    expect(started).toContain('idle-')
  })

  test('never a Job', async ({ expect }) => {
    await make(job('steady'))
    await expect.poll(() => shown('job/steady', '.status.ready'), eventually).toBe('1')
    const born = Date.parse(await shown('job/steady', '.status.startTime'))
    await expect.poll(() => Date.now() - born, eventually).toBeGreaterThan(20_000)
    expect(await shown('job/steady', '.status.ready')).toBe('1')
  })
})

test('the pods of a machine that goes dark start elsewhere; when it comes back, the old ones are gone', async ({
  expect,
}) => {
  await make(job('moving', { job: { backoffLimit: 1 } }))
  const mine = '.items[?(@.metadata.labels.job-name=="moving")]'
  await expect.poll(() => shown('pods', `${mine}.spec.nodeName`), eventually).not.toBe('')
  const machine = await shown('pods', `${mine}.spec.nodeName`)
  await cluster.kubectl(['label', 'node', machine, `${aliveLabel}-`])
  const ready = '.status.conditions[?(@.type=="Ready")].status'
  await expect.poll(() => shown(`node/${machine}`, ready), eventually).toBe('Unknown')
  await expect.poll(() => shown('pods', `${mine}.spec.nodeName`), eventually).toMatch(/\S \S/)
  expect(await shown('pods', `.items[?(@.spec.nodeName=="${machine}")].metadata.deletionTimestamp`)).not.toBe('')
  await cluster.kubectl(['label', 'node', machine, `${aliveLabel}=on`])
  await expect.poll(() => shown(`node/${machine}`, ready), eventually).toBe('True')
  await expect.poll(() => shown('pods', `${mine}.spec.nodeName`), eventually).not.toContain(machine)
})
