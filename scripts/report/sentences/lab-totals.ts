import type { LabTotal, Measured, MemberTotal } from '../../model/codes/lab.ts'
import { bytesText } from '../../model/quantity.ts'
import type { Sentence } from './sentence.ts'

/** What one member asks for beyond their share. */
export function memberTotal(what: Measured, total: MemberTotal): Sentence {
  const [largest] = total.most
  const isAlone = total.most.length === 1
  return {
    what: isAlone
      ? `\`${largest?.request}\` asks for ${amount(what, total.asked)}${atOnce(what)}; a member may have ${count(what, total.limit)}.`
      : `\`${total.member}\` asks for ${amount(what, total.asked)}${atOnce(what)} and may have ${count(what, total.limit)}: ${shares(what, total)}.`,
    fix: isAlone ? atMost(what, total.limit) : lessInAll(what, total, largest?.request ?? ''),
    who: `An admin can grant ${amount(what, total.asked)} until a date.`,
  }
}

/** What all members together ask for beyond the lab's share, where nothing waits in line. */
export function labTotal(what: Measured, total: LabTotal): Sentence {
  return {
    what: labSum(what, total),
    fix:
      what === 'disk'
        ? 'Remove disks that nobody needs, or ask for smaller ones.'
        : 'Ask for less, or remove the files of finished requests.',
    who: 'An admin sets the limit, `caps.lab` in `lab.config.ts`.',
  }
}

export function labSum(what: Measured, total: LabTotal): string {
  const asked = amount(what, total.asked)
  return `All the lab's requests together ask for ${asked}${atOnce(what)} and may have ${count(what, total.limit)}: ${shares(what, total)}.`
}

/** Who asks for most; without units, so for anything that is counted. */
export function shares(what: Measured, { most, others }: LabTotal): string {
  const named = most.map((share) => `${count(what, share.amount)} in \`${share.request}\``).join(', ')
  return others === 0 ? named : `${named}, and the rest in ${others} more`
}

/** What to do, with the value to write. */
export function atMost(what: Measured, limit: number, rest = ''): string {
  return `Ask for at most ${amount(what, limit, Math.floor)}${what === 'gpu-hours' ? ' (GPUs × hours)' : ''}${rest}.`
}

/** With its unit in words: `4 GPUs`, `16Gi of memory`. */
export function amount(what: Measured, number: number, round = Math.ceil): string {
  return `${count(what, number, round)} ${units[what](number)}`
}

/** Without: `4`, `16Gi`. What is asked for is rounded up, what can be had down. */
export function count(what: Measured, number: number, round = Math.ceil): string {
  return what === 'memory' || what === 'disk' ? bytesText(number, round) : String(number)
}

const units: Readonly<Record<Measured, (number: number) => string>> = {
  gpus: (number) => (number === 1 ? 'GPU' : 'GPUs'),
  cpu: (number) => (number === 1 ? 'CPU core' : 'CPU cores'),
  memory: () => 'of memory',
  disk: () => 'of disk',
  'gpu-hours': (number) => (number === 1 ? 'GPU-hour' : 'GPU-hours'),
}

function lessInAll(what: Measured, { room, limit }: MemberTotal, largest: string): string {
  const finished = what === 'disk' ? 'disks that you no longer need' : 'the files of finished requests'
  if (room === 0) return `Remove ${finished}, until the rest asks for at most ${amount(what, limit)}.`
  return atMost(what, room, ` in \`${largest}\`, or remove ${finished}`)
}

function atOnce(what: Measured): string {
  return what === 'disk' || what === 'gpu-hours' ? '' : ' at once'
}
