import { eachOf, without, type Agree, type Agrees } from '../make.ts'

/** Either a name or the beginning of one may be missing; one owner at most is in control. */
const metadata: Agree = (made, draw) => {
  const named = 'generateName' in made && draw.chance(0.5) ? without(made, 'name') : made
  return eachOf(named, 'ownerReferences', (owner, index) => (index === 0 ? owner : without(owner, 'controller')))
}

export const meta: Agrees = { ObjectMeta: metadata }
