import { at, itemsAt, textAt } from '../model/at.ts'
import { type Manifest, nameOf } from '../model/manifest.ts'
import type { Uid } from '../model/memory.ts'
import { type Key, kindIn } from '../model/object-key.ts'
import type { LiveObject } from '../model/world.ts'

/** Pods, Jobs, claims and events of one moment, found at once by what asks for them. */
export interface Scene {
  readonly object: (key: Key) => LiveObject | undefined
  readonly podsOf: (owner: Uid) => readonly Manifest[]
  /** Oldest first. */
  readonly eventsOf: (about: Uid) => readonly Manifest[]
}

export function sceneOf(objects: readonly LiveObject[]): Scene {
  const byKey = new Map(objects.map((object) => [object.key, object]))
  const pods = Map.groupBy(
    objects.filter(({ key }) => kindIn(key) === 'Pod').map(({ manifest }) => manifest),
    ownerOf,
  )
  const events = Map.groupBy(
    objects
      .filter(({ key }) => kindIn(key) === 'Event')
      .map(({ manifest }) => manifest)
      .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1)),
    (event) => textAt(event, 'involvedObject', 'uid'),
  )
  return {
    object: (key) => byKey.get(key),
    podsOf: (owner) => pods.get(owner) ?? [],
    eventsOf: (about) => events.get(about) ?? [],
  }
}

/** The last event with one of these reasons. */
export function lastEvent(events: readonly Manifest[], ...reasons: readonly string[]): Manifest | undefined {
  return events.findLast((event) => reasons.includes(textAt(event, 'reason') ?? ''))
}

export function messageIn(event: Manifest | undefined): string {
  return textAt(event, 'message') ?? ''
}

function ownerOf(pod: Manifest): Uid | undefined {
  const owner = itemsAt(pod, 'metadata', 'ownerReferences').find((reference) => at(reference, 'controller') === true)
  return textAt(owner, 'uid')
}

/** Times have seconds; names end in a count of nanoseconds. An event that comes again says when it last did, one of the newer form when it began. */
function orderOf(event: Manifest): string {
  const time =
    textAt(event, 'series', 'lastObservedTime') ??
    textAt(event, 'lastTimestamp') ??
    textAt(event, 'eventTime') ??
    textAt(event, 'metadata', 'creationTimestamp')
  return `${time ?? ''} ${nameOf(event)}`
}
