/** Pieces of a pod's status as Go templates, in the words that a kubelet uses. */

const now = '{{ Now | Quote }}'

type State = 'waiting' | 'running' | 'terminated'

interface Containers {
  readonly state: State
  /** The fields of the state. */
  readonly is: string
  /** It has ended once more, and will start again. */
  readonly again?: true
}

/** One row for each main container, counting its restarts on. */
export function containers({ state, is, again }: Containers): string {
  const ready = state === 'running'
  const before =
    '{{ with $.status.containerStatuses }}{{ with (index . $i).lastState }}lastState: {{ toJson . }}, {{ end }}{{ end }}'
  const count = `{{ with $.status.containerStatuses }}{{ add (index . $i).restartCount ${again ? 1 : 0} }}{{ else }}0{{ end }}`
  const last = again ? `lastState: {terminated: ${terminated('$outcome')}}, ` : before
  return `containerStatuses:
{{ range $i, $c := .spec.containers }}
- {name: {{ $c.name | Quote }}, image: {{ $c.image | Quote }}, imageID: '', ready: ${ready}, started: ${ready}, restartCount: ${count}, ${last}state: {${state}: ${is}}}
{{ end }}`
}

/** Those that ran before: all have done their work, but for the ones that stay beside the main containers. */
export const initContainers = `{{ with .spec.initContainers }}
initContainerStatuses:
{{ range . }}
- {name: {{ .name | Quote }}, image: {{ .image | Quote }}, imageID: '', ready: true, restartCount: 0, state: {{ if eq (default "" .restartPolicy) "Always" }}{running: {startedAt: ${now}}}{{ else }}{terminated: {exitCode: 0, reason: Completed, startedAt: ${now}, finishedAt: ${now}}}{{ end }}}
{{ end }}
{{ end }}`

export function conditions(rows: Readonly<Record<string, boolean>>, reason = ''): string {
  const row = ([type, holds]: [string, boolean]): string =>
    `- {type: ${type}, status: "${holds ? 'True' : 'False'}", reason: "${holds ? '' : reason}", lastTransitionTime: ${now}}`
  return `conditions:\n${Object.entries(rows).map(row).join('\n')}`
}

/** Sets `$outcome`: the same that `next.jq` finds. */
export const outcome = `{{ $first := index .spec.containers 0 }}
{{ $said := last (concat (list "") (default (list) $first.command) (default (list) $first.args)) }}
{{ $told := trim (regexFind "[0-9]+\\\\s*$" (regexFind "exit [0-9]+\\\\s*$" $said)) }}
{{ $outcome := default (default "0" $told) (get (default dict .metadata.annotations) "nautilus.test/end") }}`

/** The end of a container by a Go variable or text that holds an outcome. */
export function terminated(of: string): string {
  const code = `{{ if eq ${of} "OOMKilled" "Evicted" }}137{{ else }}{{ ${of} }}{{ end }}`
  const reason = `{{ if eq ${of} "OOMKilled" }}OOMKilled{{ else if eq ${of} "0" }}Completed{{ else }}Error{{ end }}`
  const startedAt = `{{ with $.status.startTime }}{{ . | Quote }}{{ else }}${now}{{ end }}`
  return `{exitCode: ${code}, reason: ${reason}, startedAt: ${startedAt}, finishedAt: ${now}}`
}
