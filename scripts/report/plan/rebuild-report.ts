import type { MemoryRecord } from '../../model/memory.ts'
import type { Inventory } from '../../model/memory.ts'
import type { Key } from '../../model/object-key.ts'
import type { RebuildRefusal } from '../../model/rebuild.ts'
import type { PlanFormat } from '../../model/report.ts'
import { disarmed } from '../disarmed.ts'
import { painter } from '../paint.ts'
import { prose } from '../prose.ts'
import type { Sentence } from '../sentences/sentence.ts'
import { counted } from '../summary.ts'
import { visibleJson } from '../visible-json.ts'
import type { PageOptions } from './plan-text.ts'
import { rowsMarkdown, rowsText, type Row } from './rows.ts'
import { thingOf } from './thing.ts'

export interface RebuildReportOptions extends PageOptions {
  readonly title: string
  readonly written: boolean
}

/** What is, or would be, remembered of a member from now on. */
export function rebuildReport(inventory: Inventory, format: PlanFormat, options: RebuildReportOptions): string {
  const { title, color, width, written } = options
  if (format === 'json') return visibleJson({ v: 1, title, written, inventory })
  const rows = Object.entries(inventory.records).map(([key, record]) => row(inventory.member, key as Key, record))
  const heading = written ? 'Remembered' : 'Would be remembered'
  const end = written
    ? `${counted(rows.length, 'object')} remembered. The next apply goes on from here.`
    : `${counted(rows.length, 'object')}. Nothing was written; with \`--yes\` it is.`
  if (format === 'markdown')
    return disarmed(`${[`### ${prose(title, [])}`, ...rowsMarkdown(heading, rows), '', prose(end, [])].join('\n')}\n`)
  const page = { width, paint: painter(color) }
  const parts = [page.paint('underline', title), rowsText(heading, rows, page), end]
  return disarmed(`${parts.filter((part) => part !== '').join('\n\n')}\n`)
}

function row(member: string, key: Key, record: MemoryRecord): Row {
  const isLost = record.uid === undefined && ('run' in record || 'incarnation' in record)
  return { sign: isLost ? '◌' : '✔', member, thing: thingOf({ key, member }), told: told(record) }
}

function told(record: MemoryRecord): Row['told'] {
  if ('run' in record) {
    return record.phase === 'ended'
      ? {
          what: `run ${record.run} counts as over; nobody can tell whether it ran.`,
          fix: `To run it, raise \`run\` above ${record.run}.`,
        }
      : { what: `run ${record.run} is there, and is taken as it is.` }
  }
  if (!('incarnation' in record)) return { what: 'is there, and is kept as written.' }
  if (record.phase === 'released')
    return { what: `of ${record.storage} is there, nobody asks for it, and it is listed as released.` }
  return record.uid === undefined
    ? {
        what: `of ${record.storage} is asked for and not there. No empty one is made in its place.`,
        fix: 'If it never was there, or its data are not missed, raise `incarnation`.',
      }
    : { what: `of ${record.storage} is there, and is kept with its data.` }
}

const refusals: Readonly<Record<RebuildRefusal, Sentence>> = {
  whole: {
    what: 'What is remembered of this member can be read: there is nothing to make anew.',
    fix: 'Leave it as it is.',
  },
  'nothing-there': {
    what: 'Nothing is remembered of this member, nothing of theirs is there, and main asks for nothing.',
    fix: 'Look at the spelling of the login.',
  },
  'newer-version': {
    what: 'What is remembered of this member was written by a newer version of this program, which knows more.',
    fix: 'Update this checkout, and apply again.',
  },
  ledger: { what: 'The lab’s own memory cannot be used.', fix: 'Restore the ConfigMap `lab.ledger` first.' },
  'older-commit': { what: 'A newer commit was applied already.', fix: 'Take the newest one.' },
  'unread-lists': { what: 'The cluster did not tell all of its objects.', fix: 'Run it again.' },
  'broken-files': {
    what: 'Their requests have errors, so it is not known which disks they ask for.',
    fix: 'Mend what `npx lab check` names first.',
  },
  moved: { what: 'Somebody wrote this memory in the meantime. Nothing was written by us.', fix: 'Look again.' },
  'no-answer': { what: 'The cluster did not take it.', fix: 'Run it again: it can be done twice.' },
}

export function rebuildRefusal(why: RebuildRefusal): string {
  const { what, fix } = refusals[why]
  return `${what} ${fix}`
}
