import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { isAbsolute, join } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { isObject, type Json, type JsonObject } from '../model/json.ts'
import { ClusterError } from './cluster-error.ts'
import type { Entry } from './kubeconfig.ts'
import { renewed, type TokenSource } from './renewed.ts'
import { text } from './text.ts'

/**
 * The token of a login program such as kubelogin, which NRP's kubeconfig names. It talks to the person: its stderr and stdin are ours.
 * Source: client-go `plugin/pkg/client/auth/exec`, and the page on client-go credential plugins.
 */
export function execToken(user: Entry, cluster: Entry, env: NodeJS.ProcessEnv): TokenSource {
  const exec = isObject(user.fields['exec']) ? user.fields['exec'] : {}
  const command = commandOf(exec, user.folder)
  return renewed(async () => {
    const credential = await run(command, exec, { ...env, ...environment(exec), ...info(exec, cluster) })
    const status = isObject(credential) ? credential['status'] : undefined
    if (!isObject(status) || typeof status['token'] !== 'string')
      throw new ClusterError('login-failed', { command, reason: 'it gave no token' })
    const until = Date.parse(text(status['expirationTimestamp']))
    return { token: status['token'], ...(!Number.isNaN(until) && { until }) }
  })
}

async function run(command: string, exec: JsonObject, env: NodeJS.ProcessEnv): Promise<Json> {
  const child = spawn(command, strings(exec['args']), { env, stdio: ['inherit', 'pipe', 'inherit'] })
  try {
    const [printed, [code]] = await Promise.all([readAll(child.stdout), once(child, 'close') as Promise<[number]>])
    if (code !== 0) throw new Error(`it ended with exit code ${code}`)
    return JSON.parse(printed) as Json
  } catch (error) {
    if (isAbsent(error)) {
      const hint = text(exec['installHint']).trim()
      throw new ClusterError('login-program-missing', { command, hint }, { cause: error })
    }
    const reason = error instanceof SyntaxError ? 'what it printed is no JSON' : (error as Error).message
    throw new ClusterError('login-failed', { command, reason }, { cause: error })
  }
}

/** As kubectl does it: a path starts from the kubeconfig's folder, a bare name is looked for in PATH. */
function commandOf(exec: JsonObject, folder: string): string {
  const command = text(exec['command'])
  return /[/\\]/.test(command) && !isAbsolute(command) ? join(folder, command) : command
}

function environment(exec: JsonObject): Readonly<Record<string, string>> {
  const pairs = Array.isArray(exec['env']) ? exec['env'].filter(isObject) : []
  return Object.fromEntries(pairs.map(({ name, value }) => [text(name), text(value)]))
}

function info(exec: JsonObject, { fields }: Entry): Readonly<Record<string, string>> {
  const about = { server: fields['server'], 'certificate-authority-data': fields['certificate-authority-data'] }
  const spec = {
    interactive: exec['interactiveMode'] !== 'Never' && process.stdin.isTTY,
    ...(exec['provideClusterInfo'] === true && { cluster: about }),
  }
  return { KUBERNETES_EXEC_INFO: JSON.stringify({ apiVersion: exec['apiVersion'], kind: 'ExecCredential', spec }) }
}

function strings(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
