import { describe, expect, test } from 'vitest'
import { strip } from './strip.ts'
import { syntaxFinding } from './syntax-slip.ts'

const call = (options: string): string => `session('dev', ${options})\n`

/** What stands in the file, and what is recognised: the slip, its place, and the word that is named. */
const slips: readonly (readonly [mistake: string, text: string, slip: string])[] = [
  ['a comma forgotten', call("{\n  gpu: '1x24GB'\n  hours: 6,\n}"), "comma 2:16 `'1x24GB'`"],
  ['a comma between arguments', "session('dev' { hours: 6 })", "comma 1:14 `session('dev'`"],
  ['a comma in a line', call("{ mounts: { '/a': a '/b': b } }"), 'comma 1:35 `a`'],
  ['a comma too many', call('{ hours: 6,, }'), 'comma-extra 1:27 `,`'],
  ['a semicolon', call('{ hours: 6; run: 2 }'), 'semicolon 1:26 `;`'],
  ['a colon forgotten', call("{ gpu '1x24GB' }"), 'colon 1:21 `gpu`'],
  ['a brace never closed', call('{\n  hours: 6,\n'), 'open 1:16 `{`'],
  ['a parenthesis never closed', "session('dev', {\n  hours: 6,\n}\n", 'open 1:8 `(`'],
  ['a parenthesis never closed, and code after it', "session('dev', {}\nexport const a = 1", 'open 1:8 `(`'],
  ['a list never closed', call('{\n  ports: [1, 2,\n  hours: 6 }'), 'open 2:10 `[`'],
  ['braces of an import never closed', "import { session from '#lab'", 'open 1:8 `{`'],
  ['a brace too many', call('{ hours: 6 }}'), 'extra 1:28 `}`'],
  ['a quote never closed', call("{\n  gpu: '1x24GB,\n  hours: 6 }"), "quote 2:8 `'`"],
  ['a quote never opened', call("{ gpu: 1x24GB', hours: 6 }"), "quote 1:29 `'`"],
  ['a backquote never closed', 'const a = `x\n', 'quote 1:11 ```'],
  ['quotes of prose', call('{ gpu: ‘1x24GB’ }'), 'prose-quote 1:23 `‘`'],
  ['no quotes', call('{ memory: 16Gi }'), 'unquoted 1:26 `16Gi`'],
  ['a unit', call('{ hours: 6h }'), 'unquoted 1:25 `6h`'],
  ['no braces around options', call('hours: 6').replace('\n', ''), 'bare-options 1:16 `hours`'],
  ['no braces around imports', "import session, volume from '#lab'", 'bare-import 1:17 `volume`'],
  ['a comment of Python’s', '# my request\nconst a = 1', 'comment 1:1 `# my request`'],
  ['an import of Python’s', 'from lab import session', 'python-import 1:1 `from lab import session`'],
  ['a text of Python’s', "const a = [f'{lr}']", 'python-text 1:12 `f`'],
]

function slipOf(text: string, message: string, offset: number | undefined): string {
  const { args, place } = syntaxFinding({ name: 'dev.ts', file: 'dev.ts', text }, message, offset)
  return `${args.slip} ${place.line}:${place.column} \`${args.word}\``
}

describe('a slip of the pen is recognised', () => {
  test.each(slips)('%s', (_, text, expected) => {
    const stripped = strip(text, 5)
    if (!('error' in stripped) || stripped.error.kind !== 'syntax') throw new Error('it can be read')
    expect(slipOf(text, stripped.error.message, stripped.error.offset)).toBe(expected)
  })

  test('an equals sign, which only the engine refuses', () => {
    expect(slipOf(call('{ gpu = 1 }'), "expecting '}'", 21)).toBe('equals 1:22 `=`')
  })
})

describe('nothing is made up', () => {
  test.each([
    ['quotes of prose inside a text', "const a = '“x”' let", "Expected ',' or ';'"],
    ['brackets in texts and comments', "const a = '({[' // )}]\nlet b = ;", 'Expression expected'],
    ['an arrow', 'const a = () =>', 'Expression expected'],
  ])('%s', (_, text, message) => {
    const { args } = syntaxFinding({ name: 'dev.ts', file: 'dev.ts', text }, message, text.length - 1)
    expect(args).toEqual({ message })
  })
})
