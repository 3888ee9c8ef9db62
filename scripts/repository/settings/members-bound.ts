import { countAt } from '../../model/at.ts'
import type { Lab, Member } from '../../model/lab.ts'
import type { Answer, Judgement } from '../../model/settings.ts'
import { bodyOf, exactly, untold } from '../judgements.ts'
import type { Setting } from '../setting.ts'

/** A login can be renamed, and then be taken by anybody: the number says who it is. Who is suspended launches nothing. */
export const membersBound: Setting = {
  id: 'members-bound',
  from: 'simple',
  looks: ({ lab }) => {
    const unbound = unboundIn(lab)
    return [
      {
        paths: unbound.map(([login]) => `/users/${encodeURIComponent(login)}`),
        judge: (...accounts) => judge(unbound, accounts),
      },
    ]
  },
}

type Unbound = readonly [login: string, member: Member]

function unboundIn({ members }: Lab): readonly Unbound[] {
  return Object.entries(members).filter(([, { id, suspended }]) => id === undefined && !suspended)
}

/** `found`: names without an account; `wanted`: what to write into `lab.config.ts` for the others. */
function judge(unbound: readonly Unbound[], accounts: readonly Answer[]): Judgement {
  const seen = unbound.map(([login, member], index) => {
    const account = accounts[index] ?? { status: 0, body: null }
    const id = account.status === 200 ? countAt(bodyOf(account), 'id') : undefined
    return { login, member, account, id }
  })
  const silent = seen.find(({ account, id }) => id === undefined && account.status !== 404)
  if (silent !== undefined) return untold(silent.account)
  const nobody = seen.filter(({ id }) => id === undefined)
  const lines = seen.flatMap(({ login, member, id }) => (id === undefined ? [] : [lineOf(login, { ...member, id })]))
  return exactly(
    nobody.map(({ login }) => login),
    lines,
  )
}

function lineOf(login: string, { id, prefix }: Member): string {
  const key = /^[a-z_]\w*$/i.test(login) ? login : `'${login}'`
  return `${key}: { id: ${id}${prefix === undefined ? '' : `, prefix: '${prefix}'`} }`
}
