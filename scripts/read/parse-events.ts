import { EVENT_ID, parseEvents as parse, YAMLException, type Event } from 'js-yaml'
import { limits } from './limits.ts'

/** Lines out of their indentation that are worth the trouble, and the length of the text in which they are. */
const most = { joints: 50, length: 2 ** 18 }

/**
 * What js-yaml's parser sees in a document. With YAML's grammar it wants all lines between brackets indented deeper than the name before them; kubectl's
 * reader does not ask that. Such lines are joined to the line before, each break replaced by as many spaces, so that offsets stay. Throws a
 * `YAMLException` for what is no YAML.
 */
export function parseEvents(text: string): readonly Event[] {
  const parsed = attempt(text)
  if (!(parsed instanceof YAMLException)) return parsed
  const joined = text.length > most.length ? undefined : parseJoined(text, parsed)
  if (joined === undefined) throw parsed
  return joined
}

function attempt(text: string): readonly Event[] | YAMLException {
  try {
    return parse(text, { maxDepth: limits.depth })
  } catch (error) {
    if (error instanceof YAMLException) return error
    throw error
  }
}

function parseJoined(text: string, complaint: YAMLException): readonly Event[] | undefined {
  const joints: Joint[] = []
  let joined = text
  for (let joint = jointAt(complaint, text); joint && joints.length < most.joints;) {
    joints.push(joint)
    joined = joined.slice(0, joint.start) + ' '.repeat(joint.end - joint.start) + joined.slice(joint.end)
    const parsed = attempt(joined)
    if (!(parsed instanceof YAMLException)) return parsed.some((event) => isChanged(event, joints)) ? undefined : parsed
    joint = jointAt(parsed, joined)
  }
  return undefined
}

/** The line break and the indentation that stand between two lines. */
interface Joint {
  readonly start: number
  readonly end: number
}

/** None after a comment, which would swallow the line, or after an empty line. */
function jointAt({ reason, mark }: YAMLException, text: string): Joint | undefined {
  const end = mark?.position ?? 0
  const start = text.slice(0, end).trimEnd().length
  const isOneBreak = /^[ \t]*\r?\n[ \t]*$/.test(text.slice(start, end))
  const lineBefore = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return reason === 'deficient indentation' && isOneBreak && !lineBefore.includes('#') ? { start, end } : undefined
}

/** Spaces between brackets mean nothing; in a text they do. */
function isChanged(event: Event, joints: readonly Joint[]): boolean {
  if (event.type !== EVENT_ID.SCALAR) return false
  return joints.some(({ start, end }) => event.valueStart < end && start < event.valueEnd)
}
