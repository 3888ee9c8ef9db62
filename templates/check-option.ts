import lab from '#lab/config'
import { checkCode } from './check-code.ts'
import { checkCommand } from './check-command.ts'
import { checkGpu, interactive } from './check-gpu.ts'
import { checkImage } from './check-image.ts'
import { checkMounts } from './check-mounts.ts'
import { checkPatch } from './check-patch.ts'
import { checkStorage } from './check-storage.ts'
import { checkEnv, checkOver, checkSecrets } from './check-variables.ts'
import { invalid, list, oneOf, overLimit, upTo, whole, type At, type Check } from './check.ts'
import { sizeIntended } from './intended.ts'
import { sessionRoom } from './room.ts'
import { gibibytes } from './sizes.ts'

const { session } = lab.rules
const logins = Object.keys(lab.members)
const size: Check<number> = (value, at) =>
  gibibytes(value) ?? invalid(at, value, 'size', { write: sizeIntended(value) })
const port = whole(1, 65_535)
const people = list(oneOf(logins), 'logins')

/** What each option means and what is wrong with it: the same for every template that takes it. */
export const optionChecks = {
  gpu: checkGpu,
  hours: (value, at) => {
    if (!interactive(at.template)) return upTo(8760, 'hours')(value, at)
    if (typeof value === 'number' && value > session.hours)
      return overLimit(at, `${value}`, `${session.hours}`, session)
    return whole(1, session.hours)(value, at)
  },
  image: checkImage,
  command: checkCommand,
  cpu: (value, at) => {
    const cores = upTo(1024, 'cores')(value, at)
    const over = cores !== undefined && interactive(at.template) && cores > session.cpu
    return over ? overLimit(at, `${cores}`, `${session.cpu}`, session) : cores
  },
  memory: (value, at) => {
    const gi = size(value, at)
    const over = gi !== undefined && interactive(at.template) && gi > sessionRoom.memory
    return over ? overLimit(at, `${gi}Gi`, session.memory, session) : gi
  },
  mounts: checkMounts,
  env: checkEnv,
  secrets: checkSecrets,
  code: checkCode,
  shm: size,
  scratch: size,
  ports: list(port, 'ports'),
  port,
  retries: whole(0, 5),
  over: checkOver,
  parallel: whole(1),
  preemptible: onlyTrue,
  run: whole(1),
  incarnation: whole(1),
  until: (value, at) => (isDay(value) ? value : invalid(at, value, 'day')),
  patch: checkPatch,
  storage: checkStorage,
  readers: (value, at) => (value === 'lab' ? ['lab'] : people(value, at)),
  writers: people,
  write: onlyTrue,
} satisfies Readonly<Record<string, Check<unknown>>>

function onlyTrue(value: unknown, at: At): true | undefined {
  return value === true ? value : invalid(at, value, 'true')
}

function isDay(value: unknown): value is string {
  const [, year, month, day] = typeof value === 'string' ? (/^(20\d\d)-(\d\d)-(\d\d)$/.exec(value) ?? []) : []
  const february = Number(year) % 4 === 0 ? 29 : 28
  const days = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0
  return Number(day) >= 1 && Number(day) <= days
}
