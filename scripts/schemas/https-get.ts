import { get as getHttp } from 'node:http'
import { get as getHttps } from 'node:https'
import { text } from 'node:stream/consumers'

export interface Access {
  /** `https://127.0.0.1:6443`. */
  readonly server: string
  readonly token?: string
  /** The certificate authority of a server that signs for itself, in PEM. */
  readonly ca?: string
}

/** Reads paths of an API server. Throws on any answer but 200, naming path and status. */
export function httpsGet({ server, token, ca }: Access): (path: string) => Promise<string> {
  const headers = { accept: 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) }
  return (path) => {
    const url = new URL(path, server)
    const get = url.protocol === 'http:' ? getHttp : getHttps
    return new Promise((resolve, reject) => {
      const sent = get(url, { headers, ...(ca !== undefined && { ca }), timeout: 30_000 }, (answer) => {
        if (answer.statusCode === 200) resolve(text(answer))
        else reject(new Error(`${server} answers ${answer.statusCode} to ${path}`))
        if (answer.statusCode !== 200) answer.resume()
      })
      sent.on('timeout', () => sent.destroy(new Error(`${server} does not answer`)))
      sent.on('error', reject)
    })
  }
}
