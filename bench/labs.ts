import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import lab from '../lab.config.ts'

const house = ['scripts', 'templates', 'schemas', 'package.json', 'package-lock.json', 'users/tsconfig.json']

/** Logins of a generated lab: `m00001` … */
export function logins(members: number): readonly string[] {
  return Array.from({ length: members }, (_, index) => `m${String(index + 1).padStart(5, '0')}`)
}

/** What each member asks for: one disk and one GPU session, no two alike to the letter. */
export function requestText(index: number): string {
  return `import { session, volume } from '#lab'

export const data = volume('data', '${10 + (index % 90)}Gi')
export default session('dev', {
  gpu: '1x24GB',
  image: 'pytorch',
  hours: ${1 + (index % 6)},
  mounts: { '/data': data },
})
`
}

/** A whole checkout with `members` members, a file each, on the real templates and the real catalogue. */
export function makeLab(checkout: string, folder: string, members: number): void {
  for (const part of house) cpSync(join(checkout, part), join(folder, part), { recursive: true })
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'lab.config.ts'), largeConfig(members))
  mkdirSync(join(folder, 'grants'))
  for (const [index, login] of logins(members).entries()) {
    mkdirSync(join(folder, 'users', login))
    writeFileSync(join(folder, 'users', login, 'dev.ts'), requestText(index))
  }
}

/** The lab's own config with more members and room for all of them. */
function largeConfig(members: number): string {
  const roster = Object.fromEntries(logins(members).map((login) => [login, {}]))
  const room = { ...lab.caps, lab: { gpus: 1e6, cpu: 1e6, memory: '9999Ti', disk: '9999Ti', gpuHours: 1e6 } }
  const large = { ...lab, admins: ['m00001'], members: roster, caps: room }
  return `import type { Lab } from './scripts/model/lab.ts'\n\nexport default ${JSON.stringify(large, null, 2)} as const satisfies Lab\n`
}
