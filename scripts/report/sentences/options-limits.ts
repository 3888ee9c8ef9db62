import { lookUp } from './look-up.ts'
import type { Sentence } from './sentence.ts'

/** An option above its limit: the number against it, and what to write. */
export function overLimit(template: string, option: string, got: string, limit: string): Sentence {
  const said = `\`${template}\` asks for`
  const bare = template === 'session' || template === 'notebook'
  const instead = bare ? `, or use \`job(…)\`` : ''
  const sentences: Readonly<Record<string, Sentence>> = {
    gpu: {
      what: `${said} ${got} GPUs, and it gets at most ${limit}.`,
      fix: `Write \`gpu: '${limit}x…'\` or less${instead}.`,
    },
    hours: {
      what: `${said} ${got} hours, and a session ends after ${limit} on this cluster.`,
      fix: `Write \`hours: ${limit}\`, and go on later with a higher number in \`run\`${instead}.`,
    },
    cpu: {
      what: `${said} ${got} cores, and a session gets at most ${limit}.`,
      fix: `Write \`cpu: ${limit}\`${instead}.`,
    },
    memory: {
      what: `${said} \`${got}\` of memory, and a session gets at most \`${limit}\`.`,
      fix: `Write \`memory: '${limit}'\`${instead}.`,
    },
    shm: {
      what: `\`shm\` is \`${got}\`, more than the \`${limit}\` of \`memory\` of which it is a part.`,
      fix: `Write more \`memory\`, or \`shm: '${limit}'\` at most.`,
    },
    over: {
      what: `\`over\` makes ${got} runs, and one sweep may have ${limit}.`,
      fix: `Leave out values, or split it into several sweeps of ${limit} runs at most.`,
    },
    name: {
      what: `\`name\` has ${got} characters, and ${limit} fit.`,
      fix: `Write a name of at most ${limit} characters.`,
    },
  }
  return (
    lookUp(sentences, option) ?? {
      what: `\`${option}\` is ${got}, and the limit is ${limit}.`,
      fix: `Write ${limit} or less.`,
    }
  )
}
