import { generateKeyPairSync } from 'node:crypto'
import real from '../../lab.config.ts'
import type { Lab, ReviewLevel } from '../../scripts/model/lab.ts'

export type Level = ReviewLevel['level']

/** Who is at the stories' GitHub, by the number of the account. */
export const people = { root: 1, boss: 2, alice: 1001, bob: 1002, carol: 1003, dave: 1004 } as const
export type Login = keyof typeof people

const { privateKey, publicKey } = generateKeyPairSync('ed25519')

/** What the lane signs with, PEM; and the half that `lab.config.ts` holds. */
export const sealKey = privateKey.export({ type: 'pkcs8', format: 'pem' })
export const seal = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

/** The lab of this house with other people in a namespace of its own: two admins, jobs of more than a member's cards, and few cards in all. */
export function storyLab(namespace: string): Lab {
  const members = Object.fromEntries(Object.entries(people).map(([login, id]) => [login, { id }]))
  return {
    ...real,
    namespace,
    admins: ['root', 'boss'],
    members: { ...members, example: { suspended: true } },
    caps: { ...real.caps, lab: { ...real.caps.lab, gpus: 14 }, member: { ...real.caps.member, gpuHours: 1000 } },
    rules: { ...real.rules, job: { ...real.rules.job, gpus: 16 } },
  }
}

/** `lab.config.ts` as an admin keeps it. */
export function configText(lab: Lab): string {
  return `import type { Lab } from './scripts/model/lab.ts'\n\nexport default ${JSON.stringify(lab, null, 2)} as const satisfies Lab\n`
}
