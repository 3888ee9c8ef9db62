import * as lab from '#lab'

// Every call here has its own wrong value, and the value's place must be found from the stack that the call left.
export const arrow = (name: string) => lab.session(name, { gpu: 'wrong-1' })
export function returned(name: string) {
  return lab.session(name, { gpu: 'wrong-2' })
}
export function commented(name: string) {
  return /* session( */ (
    // session(
    lab.session(name, { gpu: 'wrong-3' })
  )
}
export const chosen = (big: boolean) => {
  return big ? lab.session('a', { gpu: 'wrong-4' }) : lab.session('b', { gpu: 'wrong-5' })
}
export const either = (first: unknown) => {
  return first ?? lab.session('c', { gpu: 'wrong-6' })
}
export const wrapped = () => {
  return [lab.session('d', { gpu: 'wrong-7' }), { ...lab.session('e', { gpu: 'wrong-8' }) }]
}
export const sequence = () => {
  return lab.session('f', { gpu: 'wrong-9' }), lab.session('g', { gpu: 'wrong-10' })
}
export const guarded = () => {
  try {
    return lab.session('h', { gpu: 'wrong-11' })
  } finally {
    lab.session('i', { gpu: 'wrong-12' })
  }
}
