/**
 * Text for a log, with nothing in it that is obeyed. Threat: GitHub's runner takes a line that begins with `::name` for a command, and
 * `##[name` anywhere in a line. Source: actions/runner `ActionCommand.cs`.
 */
export function disarmed(text: string): string {
  return text.replace(/^(\s*)::/gm, '$1␣::').replaceAll('##[', '##␣[')
}
