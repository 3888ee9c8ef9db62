import { writeFileSync } from 'node:fs'
import { job, session, sweep, volume } from '../templates/index.ts'
import { enter } from '../templates/context.ts'
import { logins } from './labs.ts'

/** Writes `count` objects as one JSON list, by turns a disk, a session, a job and a sweep, each with a disk, in the name of many members. */
export function writeObjects(file: string, count: number): void {
  const objects = logins(count / 4).flatMap((owner, index) => {
    enter({ owner, prefix: owner, request: `${owner}/dev`, file: `users/${owner}/dev.ts` })
    const data = volume('data', `${10 + (index % 90)}Gi`)
    const run = { gpu: '1x24GB', image: 'pytorch', hours: 6, mounts: { '/data': data } } as const
    const command = `python train.py --seed ${index}`
    return [
      data,
      session('dev', run),
      job('train', { ...run, command, env: { SEED: index } }),
      sweep('sweep', { ...run, command: `${command} --lr $LR`, over: { LR: [0.1, 0.01] }, parallel: 2 }),
    ]
  })
  writeFileSync(file, JSON.stringify(objects))
}
