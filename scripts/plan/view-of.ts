import type { Setting } from './case.ts'
import { isBehind, type Opened } from './locks/locks-of.ts'
import { memberLocks } from './locks/member-locks.ts'
import { mountedBy } from './mounted-by.ts'
import { byText } from './order.ts'
import { unfinishedPods } from '../model/unfinished-pods.ts'
import type { Limits } from './queue/room.ts'
import type { Desired, Wanted } from '../model/desired.ts'
import type { Lab } from '../model/lab.ts'
import type { Ledger, Time } from '../model/memory.ts'
import type { Key } from '../model/object-key.ts'
import type { Lock } from '../model/plan.ts'
import type { Verdicts } from '../model/verdict.ts'
import type { LiveObject, World } from '../model/world.ts'

export interface PlanOptions extends Opened {
  /** What the server answered in this apply. */
  readonly verdicts?: Verdicts
  /** An admin takes this object's contested fields back, once. */
  readonly takeBack?: Key
  /** What stands in the way and was found elsewhere: in the house, at GitHub, in the rights. */
  readonly locks?: readonly Lock[]
}

/** All that a plan is made from, in one order. */
export interface View {
  readonly desired: Desired
  readonly world: World
  readonly ledger: Ledger
  readonly setting: Setting
  readonly options: PlanOptions
  readonly pods: ReadonlyMap<Key, readonly LiveObject[]>
  readonly limits: Limits
  /** Locks on single members. */
  readonly frozen: readonly Lock[]
}

export function viewOf(desired: Desired, read: World, lab: Lab, clock: Time, options: PlanOptions): View {
  const world = sorted(read)
  const ledger = world.ledger.state === 'read' ? world.ledger.value : noLedger(clock)
  const pods = unfinishedPods(world.objects)
  return {
    desired,
    world,
    ledger,
    setting: {
      lab,
      clock,
      commit: desired.commit,
      clockIsOff: isBehind(clock, ledger),
      mountedBy: mountedBy(world.objects, pods),
      ...(options.takeBack !== undefined && { takeBack: options.takeBack }),
    },
    options,
    pods,
    limits: limitsOf(desired.wanted, lab),
    frozen: memberLocks(desired, world, ledger),
  }
}

function sorted({ ledger, inventories, objects, unread }: World): World {
  return {
    ledger,
    inventories: new Map([...inventories].sort(([left], [right]) => byText(left, right))),
    objects: objects.toSorted((left, right) => byText(left.key, right.key) || byText(left.uid, right.uid)),
    unread: unread.toSorted(byText),
  }
}

function noLedger(clock: Time): Ledger {
  return { version: 1, height: 0, head: '', clock, members: [], admitted: [] }
}

/** What main asks for was judged: where it is more than the cap, an admin granted it. */
function limitsOf(wanted: readonly Wanted[], lab: Lab): Limits {
  const asked = Map.groupBy(wanted, ({ owner }) => owner)
  const sum = (member: string) => (asked.get(member) ?? []).reduce((gpus, { demand }) => gpus + demand.gpus, 0)
  const { classes = {} } = lab.caps
  return { lab: lab.caps.lab.gpus, classes, of: (member) => Math.max(lab.caps.member.gpus, sum(member)) }
}
