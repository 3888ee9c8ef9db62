import type * as protocol from '../../scripts/apply/index.ts'
import type * as effects from '../../scripts/apply/effect.ts'
import type * as carrying from '../../scripts/apply/carry-out.ts'
import { vi } from 'vitest'
import type { Ask } from '../../scripts/model/ask.ts'
import { isObject } from '../../scripts/model/json.ts'
import { ledgerName } from '../../scripts/model/memory-name.ts'
import { anyVersion } from './server.ts'

type Protocol = typeof protocol
type Effects = typeof effects
type CarryOut = typeof carrying

/** The protocol with one of its safeguards taken out. */
export type Fault = () => void

export const faults = {
  'runs are made open': () => sendingOtherwise(opened),
  'a delete names no UID': () => sendingOtherwise((ask) => (ask.do === 'delete' ? { ...ask, uid: anyVersion } : ask)),
  'an opening names no UID': () => sendingOtherwise((ask) => (ask.do === 'patch' ? { ...ask, uid: anyVersion } : ask)),
  'an inventory is written over whatever is there': () =>
    sendingOtherwise((ask) => (ask.do === 'remember' && ask.name !== ledgerName ? unversioned(ask) : ask)),
  'the ledger is written over whatever is there': () =>
    sendingOtherwise((ask) => (ask.do === 'remember' && ask.name === ledgerName ? unversioned(ask) : ask)),
  'there is no ledger': () =>
    // oxlint-disable-next-line require-yield
    vi.doMock('../../scripts/apply/admit.ts', () => ({ admit: function* () {} })),
  'nothing is remembered before it is made': () =>
    vi.doMock('../../scripts/apply/carry-out.ts', async (original: () => Promise<CarryOut>) => ({
      ...(await original()),
      intend: unintended,
    })),
  'the ledger comes before the intentions': () =>
    vi.doMock('../../scripts/apply/carry-out.ts', async (original: () => Promise<CarryOut>) => {
      const { carryOut, intend } = await original()
      return { intend: unintended, carryOut: intendingLate(intend, carryOut) }
    }),
} satisfies Readonly<Record<string, Fault>>

/** The protocol anew, with a fault or as it is. */
export async function protocolWith(fault: Fault | undefined): Promise<Protocol> {
  vi.resetModules()
  fault?.()
  const protocol = await import('../../scripts/apply/index.ts')
  vi.doUnmock('../../scripts/apply/effect.ts')
  vi.doUnmock('../../scripts/apply/admit.ts')
  vi.doUnmock('../../scripts/apply/carry-out.ts')
  return protocol
}

function sendingOtherwise(change: (ask: Ask) => Ask): void {
  vi.doMock('../../scripts/apply/effect.ts', async (original: () => Promise<Effects>) => {
    const real = await original()
    return { ...real, send: (asks: readonly Ask[]) => real.send(asks.map(change)) }
  })
}

function opened(ask: Ask): Ask {
  if (ask.do !== 'create' || !isObject(ask.manifest['spec'])) return ask
  const { schedulingGates: _gone, ...spec } = ask.manifest['spec']
  return { ...ask, manifest: { ...ask.manifest, spec } }
}

function unversioned(ask: Extract<Ask, { do: 'remember' }>): Ask {
  return { ...ask, version: anyVersion }
}

// oxlint-disable-next-line require-yield
const unintended: CarryOut['intend'] = function* (underway) {
  return underway
}

function intendingLate(intend: CarryOut['intend'], carryOut: CarryOut['carryOut']): CarryOut['carryOut'] {
  return function* (underway, conduct) {
    return yield* carryOut(yield* intend(underway), conduct)
  }
}
