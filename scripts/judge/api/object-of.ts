import type { ObjectMeta } from 'kubernetes-types/meta/v1.js'
import { below } from './at.ts'
import { join, type Check } from './check.ts'

interface Whole<S> {
  readonly metadata?: ObjectMeta
  readonly spec?: S
}

/** A rule for a whole object. Where metadata or spec are missing, the server judges empty ones. */
export function objectOf<S>(metadata: Check<ObjectMeta>, spec: Check<S>, emptySpec: S): Check<Whole<S>> {
  return (value, at, around) =>
    join(
      metadata(value.metadata ?? {}, below(at, 'metadata'), around),
      spec(value.spec ?? emptySpec, below(at, 'spec'), around),
    )
}
