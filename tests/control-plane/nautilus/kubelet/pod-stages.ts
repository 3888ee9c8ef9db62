import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClusterOptions } from '../../options.ts'
import { conditions, containers, initContainers, outcome, terminated } from './pod-status.ts'
import { event, type Stage, stage, status, type Step, warning } from './stage.ts'

/** A pod's life on its machine: `next.jq` says which of these comes next, and when. */
export function podStages(options: ClusterOptions, sessionHours: number): readonly Stage[] {
  const next = program(options, sessionHours)
  return Object.entries(lives).map(([name, steps]) =>
    stage({
      name: `pod-${name}`,
      group: 'v1',
      kind: 'Pod',
      when: `${next} | .stage`,
      is: name,
      delay: `${next} | .at - now | tostring + "s"`,
      steps,
    }),
  )
}

function program({ pull, stop, run, jobs, hour }: ClusterOptions, session: number): string {
  const told = Object.entries({ pull, stop, run, jobs: jobs ?? null, hour, session })
  const definitions = told.map(([name, value]) => `def ${name}: ${value};`).join('\n')
  return `${definitions}\n${readFileSync(join(import.meta.dirname, 'next.jq'), 'utf8')}`
}

const notReady = { Ready: false, ContainersReady: false }

const lives: Readonly<Record<string, readonly Step[]>> = {
  accept: [
    event('Pulling', 'Pulling image'),
    status(`startTime: {{ Now | Quote }}
hostIP: {{ NodeIPWith .spec.nodeName | Quote }}
hostIPs: [{ip: {{ NodeIPWith .spec.nodeName | Quote }}}]
${conditions({ Initialized: false, ...notReady }, 'ContainersNotReady')}
${waiting('ContainerCreating')}`),
  ],
  run: [
    event('Pulled', 'Successfully pulled image'),
    event('Started', 'Started container'),
    status(`phase: Running
podIP: {{ PodIPWith .spec.nodeName false .metadata.uid .metadata.name .metadata.namespace | Quote }}
${conditions({ Initialized: true, Ready: true, ContainersReady: true })}
${initContainers}
${containers({ state: 'running', is: '{startedAt: {{ Now | Quote }}}' })}`),
  ],
  'image-error': [
    warning('Failed', 'Failed to pull image: not found'),
    status(waiting('ErrImagePull', 'manifest unknown: the image was not found')),
  ],
  'back-off': [
    event('BackOff', 'Back-off pulling image'),
    status(waiting('ImagePullBackOff', 'Back-off pulling image: the image was not found')),
  ],
  crash: [
    warning('BackOff', 'Back-off restarting failed container'),
    status(`${outcome}
${conditions(notReady, 'ContainersNotReady')}
${containers({ state: 'waiting', is: '{reason: CrashLoopBackOff}', again: true })}`),
  ],
  end: [
    status(`${outcome}
phase: {{ if eq $outcome "0" }}Succeeded{{ else }}Failed{{ end }}
{{ if eq $outcome "Evicted" }}
reason: Evicted
message: Pod ephemeral local storage usage exceeds the total limit of containers.
{{ end }}
${conditions(notReady, 'PodCompleted')}
${containers({ state: 'terminated', is: terminated('$outcome') })}`),
  ],
  deadline: [
    warning('DeadlineExceeded', 'Pod was active on the node longer than the specified deadline'),
    status(`phase: Failed
reason: DeadlineExceeded
message: Pod was active on the node longer than the specified deadline
${conditions(notReady, 'PodFailed')}
${containers({ state: 'terminated', is: terminated('"137"') })}`),
  ],
  remove: [{ delete: true }],
  stop: [
    event('Killing', 'Stopping container'),
    status(`phase: Failed
${conditions(notReady, 'PodFailed')}
${containers({ state: 'terminated', is: terminated('"143"') })}`),
  ],
  /** What has stopped; it comes by itself. kwok deletes by name and not by UID: a second delete, too late, would meet a new pod of the name. */
  vanish: [{ delete: true }],
}

function waiting(reason: string, message = ''): string {
  return containers({ state: 'waiting', is: `{reason: ${reason}, message: '${message}'}` })
}
