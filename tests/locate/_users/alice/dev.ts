import { session } from '#lab'
import * as lab from '#lab'
import { arrow, chosen, commented, either, guarded, returned, sequence, wrapped } from './_common.ts'

export const a = session('a', { gpu: 'wrong-20' })
export const b = '😀é漢', c = session('c', { gpu: 'wrong-21' })
export const d: '😀é漢' = '😀é漢' as '😀é漢', e = session('e😀', { gpu: 'wrong-22' }), f = session('f', { gpu: 'wrong-23' })
export const g = '  ', h = session('h', { gpu: 'wrong-24' })
	export const i = session('i', {	gpu: 'wrong-25' })
export const j = session /* ( */ // (
  ('j', { gpu: 'wrong-26' })
export const k = session?.('k', { gpu: 'wrong-27' })
export const l = (session)('l', { gpu: 'wrong-28' })
export const m = [1, 2].map((n: number) => session(`m-${n}`, { gpu: 'wrong-29' }))
export const n = { ...session('n', { gpu: 'wrong-30' }), spec: { ...session('n', { gpu: 'wrong-31' }) } }
export const o = lab['session']('o', { gpu: 'wrong-32' }), p = new session('p', { gpu: 'wrong-33' })
export const q = ((run = session) => run('q', { gpu: 'wrong-34' }))()
class Runs { one = session('r', { gpu: 'wrong-35' }); static { session('s', { gpu: 'wrong-36' }) } }
for (const name of ['t', 'u']) session(name, { gpu: 'wrong-37' })
const [v = session('v', { gpu: 'wrong-38' })] = []
const options = { gpu: 'wrong-39' } as const satisfies { gpu: string }
export const w = session('w', options)
export default [v, new Runs(), arrow('x'), chosen(true), chosen(false), commented('y'), either(null), guarded(), returned('z'), sequence(), wrapped()]
