import { codeEndless } from './code.ts'
import type { Endless, ProgramReading, Word } from './endless.ts'
import { longestPause, verb } from './programs.ts'

interface Interpreter {
  readonly names: RegExp
  readonly reading: (program: string) => ProgramReading
}

/** Programs that run a text among their arguments. */
export const interpreters: readonly Interpreter[] = [
  { names: /^(?:ba|da|a|z|k|mk|rba)?sh$/, reading: () => shell },
  { names: /^(?:python[\d.]*|pypy3?)$/, reading: python },
  { names: /^(?:perl|ruby|node|nodejs|php|lua)$/, reading: withCode },
  { names: /^[gm]?awk$/, reading: awk },
]

/** `bash -eo pipefail -c 'text' name args`: clusters of letters before the text; one with an `o` takes the next word. */
const shell: ProgramReading = (args, situation, reader) => {
  let at = 0
  let runsText = false
  for (; /^[-+]/.test(args[at] ?? ''); at++) {
    const option = args[at] ?? ''
    if (option === '--') break
    if (/^-[a-zA-Z]*c/.test(option)) runsText = true
    if (/^[-+][a-zA-Z]*[oO]$/.test(option) || /^--(?:rc|init-)file$/.test(option)) at++
  }
  if (args[at] === '--') at++
  const text = args[at]
  return runsText && text !== undefined ? reader.script(text, situation, args.slice(at + 1)) : undefined
}

function python(program: string): ProgramReading {
  const code = withCode(program)
  return (args, situation, reader) => {
    const module = args.indexOf('-m')
    return module < 0 ? code(args, situation, reader) : moduleEndless(args.slice(module + 1))
  }
}

function withCode(program: string): ProgramReading {
  return (args, situation) => {
    const at = args.findIndex((word) => word !== undefined && /^-\w*[cer]$/.test(word))
    const code = at < 0 ? undefined : args[at + 1]
    return code === undefined ? undefined : codeEndless(code, program, situation, longestPause)
  }
}

function awk(program: string): ProgramReading {
  return ([code = ''], situation) => codeEndless(code, program, situation, longestPause)
}

/** Modules that serve when they are run: `python -m http.server`. */
const servingModules =
  /^(?:http\.server|jupyter(?:lab)?|notebook|jupyter_server|tensorboard\.main|visdom\.server|uvicorn|gunicorn|streamlit|vllm\.entrypoints\..*server)$/

function moduleEndless([name, ...args]: readonly Word[]): Endless | undefined {
  if (name === undefined || !servingModules.test(name)) return undefined
  if (name === 'jupyter') return verb(args, 'jupyter', 'lab', 'notebook', 'server')
  return { command: `python -m ${name}`, why: 'serves' }
}
