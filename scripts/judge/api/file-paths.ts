import { join, none, refuse, type Check } from './check.ts'

/** Paths inside a volume or on a machine. Source: pkg/apis/core/validation `validateLocalDescendingPath` and neighbours. */
export const absolute: Check<string> = (value, at) =>
  value.startsWith('/') ? none : refuse('value-malformed', { value, form: 'absolute-path' }, at)

export const withoutBacksteps: Check<string> = (value, at) =>
  value.split('/').includes('..') ? refuse('value-malformed', { value, form: 'path-without-backsteps' }, at) : none

export const relative: Check<string> = (value, at, around) =>
  value.startsWith('/')
    ? refuse('value-malformed', { value, form: 'relative-path' }, at)
    : withoutBacksteps(value, at, around)

/** A relative path whose first name does not begin with `..`, which the kubelet keeps for itself. */
export const relativeAndFree: Check<string> = (value, at, around) => {
  const found = relative(value, at, around)
  return value.startsWith('..') && !value.startsWith('../')
    ? join(found, refuse('value-malformed', { value, form: 'path-without-backsteps' }, at))
    : found
}
