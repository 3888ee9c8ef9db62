import { RequestError } from '@octokit/request-error'
import type { ReadSetting } from '../model/settings.ts'
import { forgeOut } from './attempt.ts'
import { connect, type ConnectOptions } from './connect.ts'

/** Reads a setting by its address, `/repos/uci/lab/rulesets`; what GitHub refuses is an answer too, with its words. Throws `ForgeOut` where it gives none. */
export function settingsReader(options: ConnectOptions): ReadSetting {
  const github = connect(options)
  return async (path) => {
    try {
      const { status, data } = await github.request(`GET ${path}`)
      return { status, body: data as unknown }
    } catch (error) {
      const out = forgeOut(error)
      if (out.status === undefined || out.status === 0 || out.status >= 500) throw out
      return { status: out.status, body: error instanceof RequestError ? error.response?.data : undefined }
    }
  }
}
