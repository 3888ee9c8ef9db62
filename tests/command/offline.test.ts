import { spawnSync } from 'node:child_process'
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** A network namespace of its own: not even this machine's loopback can be reached. */
const denied = ['--net', '--map-root-user', '--']
let server: Server
let port = 0

beforeAll(async () => {
  server = createServer((socket) => socket.end('reached'))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterAll(() => server.close())

function offline(...args: readonly string[]) {
  return spawnSync('unshare', [...denied, process.execPath, ...args], { encoding: 'utf8' })
}

describe('without a network', () => {
  test('the namespace really has none: a server that answers here is out of reach there', () => {
    const dial = `require('net').connect(${port}, '127.0.0.1').on('connect', () => process.exit(0)).on('error', (e) => { console.log(e.code); process.exit(7) })`
    expect(spawnSync(process.execPath, ['-e', dial]).status).toBe(0)
    const { status, stdout, stderr } = offline('-e', dial)
    expect({ status, stdout: stdout.trim(), stderr }).toEqual({ status: 7, stdout: 'ENETUNREACH', stderr: '' })
  })

  test.each([
    ['check', ['check', '--no-cache']],
    ['check in every format that a machine reads', ['check', '--no-cache', '--format', 'sarif']],
    ['validate', ['validate', 'tests/command/pod.fixture.yaml']],
  ])('%s does all its work', (_, args) => {
    const { status, stderr } = offline('scripts/lab.mjs', ...args)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})
