import { disarmed } from '../disarmed.ts'
import { hanging } from '../hanging.ts'
import { painter } from '../paint.ts'
import { counted } from '../summary.ts'
import { visible } from '../visible.ts'
import type { Use } from '../../model/plan.ts'
import type { PlanView } from './plan-view.ts'
import { rowsText } from './rows.ts'

export interface PageOptions {
  readonly color: boolean
  /** Columns to write for. */
  readonly width: number
}

/** A plan for a terminal: what is lost, what needs somebody, what begins; the rest is a number. */
export function planText(title: string, view: PlanView, { color, width }: PageOptions): string {
  const page = { width, paint: painter(color) }
  const parts = [
    page.paint('underline', title),
    view.locks.flatMap(({ told }) => hanging('✖ ', `${told.what} ${told.fix}`, width)).join('\n'),
    rowsText('Ends or is let go', view.losses, page),
    rowsText('Needs somebody, or waits', view.persons, page),
    rowsText('Begins or changes', view.growth, page),
    restText(view),
    useLines(view.uses).join('\n'),
    ...(view.note === undefined ? [] : [hanging('', view.note, width).join('\n')]),
  ]
  return disarmed(`${parts.filter((part) => part !== '').join('\n\n')}\n`)
}

/** `4 objects more, 2 disks among them: nothing to do.` */
export function restText({ rest, disks }: Pick<PlanView, 'rest' | 'disks'>): string {
  if (rest === 0) return ''
  return `${counted(rest, 'object')} more${disks === 0 ? '' : `, ${counted(disks, 'disk')} among them`}: nothing to do.`
}

/** `alice    GPUs 0 → 1 of 4 · GPU-hours ahead 0 → 6`. */
function useLines(uses: PlanView['uses']): readonly string[] {
  const longest = Math.max(...uses.map(([party]) => visible(party).length))
  return uses.map(([party, use]) => `${visible(party).padEnd(longest)}  ${useText(use)}`)
}

export function useText({ now, after, limit, hoursNow, hoursAfter }: Use): string {
  return `GPUs ${move(now.gpus, after.gpus)} of ${limit} · GPU-hours ahead ${move(hoursNow, hoursAfter)}`
}

function move(from: number, to: number): string {
  return from === to ? String(to) : `${from} → ${to}`
}
