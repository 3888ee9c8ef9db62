import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { accessOf } from '../../scripts/cluster/access.ts'
import { inCluster } from '../../scripts/cluster/in-cluster.ts'
import { readContext } from '../../scripts/cluster/kubeconfig.ts'
import { openCluster } from '../control-plane/cluster.ts'

const cluster = await openCluster(inject('clusterFolder'))
const folder = mkdtempSync(join(tmpdir(), 'lab-kubeconfig-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Parts {
  readonly current?: string
  readonly server?: string
  readonly user?: object
  readonly cluster?: object
  readonly namespace?: string
  readonly user2?: object
}

/** A kubeconfig with the contexts `one` and `two`, in a file of its own. */
function file(name: string, { current = 'one', server = 'https://host:1', namespace, ...parts }: Parts = {}): string {
  const path = join(folder, name)
  const config = {
    'current-context': current,
    clusters: [{ name: 'c', cluster: { server, ...parts.cluster } }],
    users: [
      { name: 'u', user: { token: 't', ...parts.user } },
      { name: 'v', user: { token: 't2' } },
    ],
    contexts: [
      { name: 'one', context: { cluster: 'c', user: 'u', ...(namespace && { namespace }) } },
      { name: 'two', context: { cluster: 'c', user: 'v', namespace: 'second' } },
      { name: 'lost', context: { cluster: 'nowhere', user: 'u' } },
    ],
  }
  writeFileSync(path, JSON.stringify(config))
  return path
}

function text(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

interface Chosen {
  readonly context: string
  readonly namespace: string
  readonly server: string
  readonly token: string
}

/** What kubectl makes of the same files. */
function kubectls(files: readonly string[], context?: string): Chosen {
  const args = [
    'config',
    'view',
    '--raw',
    '--minify',
    '--flatten',
    '-o',
    'json',
    ...(context ? ['--context', context] : []),
  ]
  const env = { PATH: '', HOME: folder, KUBECONFIG: files.join(delimiter) }
  const view = JSON.parse(execFileSync(join(cluster.folder, 'bin', 'kubectl'), args, { env, encoding: 'utf8' })) as {
    readonly 'current-context': string
    readonly contexts: readonly { context: { namespace?: string } }[]
    readonly clusters: readonly { cluster: { server: string } }[]
    readonly users: readonly { user: { token?: string } }[]
  }
  return {
    context: view['current-context'],
    namespace: view.contexts[0]?.context.namespace ?? '',
    server: view.clusters[0]?.cluster.server ?? '',
    token: view.users[0]?.user.token ?? '',
  }
}

async function ours(files: readonly string[], context?: string): Promise<Chosen> {
  const env = { KUBECONFIG: files.join(delimiter) }
  const found = await readContext({ env, home: folder, ...(context && { context }) })
  if (found === undefined) throw new Error('no kubeconfig was found')
  const access = await accessOf(found, env)
  return {
    context: access.context,
    namespace: access.namespace ?? '',
    server: access.server,
    token: (await access.token()) ?? '',
  }
}

describe('the context is the one that kubectl takes', () => {
  const yaml = `current-context: one
clusters: [{name: c, cluster: {server: "https://host:9"}}]
users:
- name: u
  user: {token: yes-it-is}
contexts:
- {name: one, context: {cluster: c, user: u, namespace: first}}
`
  test.each<[string, readonly string[], string?]>([
    ['of one file', [file('plain', { namespace: 'first' })]],
    ['without a namespace', [file('bare')]],
    ['that is asked for', [file('asked')], 'two'],
    [
      'of two files: what is named twice is the first',
      [file('a', { server: 'https://a:1' }), file('b', { server: 'https://b:1' })],
    ],
    ['of two files: the first current context', [file('none', { current: '' }), file('second', { current: 'two' })]],
    ['after one that is not there', [join(folder, 'missing'), file('there')]],
    ['of the cluster that runs here', [cluster.kubeconfig('lab-apply')]],
    ['written by hand', [text('yaml', yaml)]],
  ])('%s', async (_, files, context) => {
    expect(await ours(files, context)).toEqual(kubectls(files, context))
  })
})

describe('where access comes from', () => {
  test('a token in a file, beside the kubeconfig', async () => {
    text('token', 'from-a-file\n')
    expect((await ours([file('token-file', { user: { tokenFile: 'token' } })])).token).toBe('from-a-file')
  })

  test('certificates in the file, or beside it', async () => {
    text('key.pem', 'KEY')
    const user = { 'client-certificate-data': Buffer.from('CERT').toString('base64'), 'client-key': 'key.pem' }
    const context = await readContext({ env: {}, home: folder, file: file('certificate', { user }) })
    if (context === undefined) throw new Error('no context')
    expect((await accessOf(context, {})).certificate).toEqual({ cert: 'CERT', key: 'KEY' })
  })

  test('a login program, which is told who asks and from where', async () => {
    const script = `process.stdout.write(JSON.stringify({ status: { token: [process.env.WHO, JSON.parse(process.env.KUBERNETES_EXEC_INFO).apiVersion, ...process.argv.slice(2)].join(' ') } }))`
    text('login.mjs', script)
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: process.execPath,
      args: [join(folder, 'login.mjs'), 'get-token'],
      env: [{ name: 'WHO', value: 'alice' }],
    }
    const { token } = await ours([file('exec', { user: { token: undefined, exec } })])
    expect(token).toBe('alice client.authentication.k8s.io/v1 get-token')
  })

  test('a pod of the cluster', async () => {
    for (const [name, value] of Object.entries({ 'ca.crt': 'CA', namespace: 'lab\n', token: 'inside' }))
      text(name, value)
    const access = await inCluster({ KUBERNETES_SERVICE_HOST: 'fd00::1', KUBERNETES_SERVICE_PORT: '443' }, folder)
    expect(access).toMatchObject({ server: 'https://[fd00::1]:443', ca: 'CA', namespace: 'lab', context: 'in-cluster' })
    expect(await access?.token()).toBe('inside')
    expect(await inCluster({}, folder)).toBeUndefined()
  })
})

const login = (exec: object) => ({ user: { token: undefined, exec } })

describe('what is refused, and how', () => {
  test.each<[string, string, Parts | string, string?]>([
    ['no YAML', 'kubeconfig-unreadable', 'a: [b'],
    ['no settings', 'kubeconfig-unreadable', ''],
    ['no current context', 'context-unset', { current: '' }],
    ['a context that is not there', 'kubeconfig-entry', {}, 'three'],
    ['a cluster that is not there', 'kubeconfig-entry', {}, 'lost'],
    ['no TLS', 'connection-insecure', { server: 'http://host:1' }],
    ['TLS that trusts anybody', 'connection-insecure', { cluster: { 'insecure-skip-tls-verify': true } }],
    ['a proxy', 'setting-unsupported', { cluster: { 'proxy-url': 'http://proxy' } }],
    ['a password', 'setting-unsupported', { user: { username: 'a', password: 'b' } }],
    ['acting as somebody else', 'setting-unsupported', { user: { as: 'admin' } }],
    ['an old way to log in', 'setting-unsupported', { user: { 'auth-provider': { name: 'oidc' } } }],
    ['an authority that is not there', 'kubeconfig-unreadable', { cluster: { 'certificate-authority': 'none.pem' } }],
    ['a login program that is not there', 'login-program-missing', login({ command: 'no-such-program' })],
    [
      'a login program that fails',
      'login-failed',
      login({ command: process.execPath, args: ['-e', 'process.exit(3)'] }),
    ],
    [
      'a login program that babbles',
      'login-failed',
      login({ command: process.execPath, args: ['-e', 'console.log(1+"x")'] }),
    ],
    [
      'a login program without a token',
      'login-failed',
      login({ command: process.execPath, args: ['-e', 'console.log("{}")'] }),
    ],
  ])('%s', async (name, code, parts, context) => {
    const path = typeof parts === 'string' ? text(name, parts) : file(name, parts)
    await expect(ours([path], context)).rejects.toMatchObject({ code })
  })
})
