import type { Asked } from './ask.ts'
import { inside, overLimit, say, type At } from './check.ts'
import { roomOf } from './room.ts'

/** What only two options together show; of the two the one that is wrong is taken out. */
export function together(asked: Asked, at: At): Asked {
  return withoutLargeShm(withoutTwins(asked, at), at)
}

/** Shared memory counts as memory of the run: more than that would end it. */
function withoutLargeShm(asked: Asked, at: At): Asked {
  const { shm, ...others } = asked
  const { memory } = roomOf(at.template, asked)
  if (shm === undefined || shm <= memory) return asked
  overLimit(inside(at, 'shm'), `${shm}Gi`, `${memory}Gi`)
  return others
}

/** A variable has one source. */
function withoutTwins(asked: Asked, at: At): Asked {
  const { env = [], secrets, over } = asked
  if (env.length + (over?.length ?? 0) === 0) return asked
  const taken = new Map(env.map(([name]) => [name, 'env']))
  const isFree = (name: string, option: 'secrets' | 'over', place: At): boolean => {
    const other = taken.get(name)
    if (other !== undefined) say(place, 'variable-twice', { name, other })
    else taken.set(name, option)
    return other === undefined
  }
  const freeSecrets = secrets?.filter((name) => isFree(name, 'secrets', inside(at, 'secrets')))
  const freeAxes = over?.filter(([name]) => isFree(name, 'over', inside(inside(at, 'over'), name)))
  return { ...asked, ...(freeSecrets && { secrets: freeSecrets }), ...(freeAxes && { over: freeAxes }) }
}
