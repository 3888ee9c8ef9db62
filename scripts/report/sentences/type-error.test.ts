import { expect, test } from 'vitest'
import { typeErrorSentence } from './type-error.ts'

const image = '"jupyter" | "pytorch" | `${string}/${string}:${string}`'

/** What the compiler (7.0.2) says of each mistake in the table of requests.md and a few more, and what a member is told. */
test.each<[says: string, option: string | undefined, what: string, fix: string]>([
  [
    `Object literal may only specify known properties, but 'gpus' does not exist in type 'SessionOptions'. Did you mean to write 'gpu'?`,
    'gpus',
    '`session` has no option `gpus`.',
    'Write `gpu`.',
  ],
  [
    `Object literal may only specify known properties, and ''a b'' does not exist in type 'Container'.`,
    'a b',
    '`Container` has no field `a b`.',
    'Take `a b` out; what there is your editor shows with Ctrl+Space.',
  ],
  [
    `Type '"1xA1000"' is not assignable to type 'CountXGpu<2>'. Did you mean '"1xA100"'?`,
    'gpu',
    "`gpu` cannot be `'1xA1000'`.",
    "Write `'1xA100'`.",
  ],
  [
    `Type '"A100"' is not assignable to type 'CountXGpu<2>'.`,
    'gpu',
    "`gpu` cannot be `'A100'`.",
    "Write how many cards of which kind, at most 2: `'1x24GB'` or `'1xA100'`.",
  ],
  [
    `Type '"9x24GB"' is not assignable to type 'CountXGpu<8>'. Did you mean '"1x24GB"'?`,
    'gpu',
    "`gpu` cannot be `'9x24GB'`: at most 8 cards in one pod here.",
    "Write `'1x24GB'`.",
  ],
  [
    `Type '12' is not assignable to type '1 | 2 | 3 | 4 | 5 | 6'.`,
    'hours',
    '`hours` cannot be `12`.',
    'Write a number from 1 to 6.',
  ],
  [
    `Property 'hours' is missing in type '{ gpu: "1x24GB"; image: "pytorch"; }' but required in type 'SessionOptions'.`,
    undefined,
    '`session` needs `hours`.',
    'Add `hours: …`.',
  ],
  [
    `Type '{}' is missing the following properties from type 'JobOptions': image, hours, command`,
    undefined,
    '`job` needs `image`, `hours`, `command`.',
    'Add `image`, `hours`, `command`.',
  ],
  [
    `Type '"pytorhc"' is not assignable to type '${image}'. Did you mean '"pytorch"'?`,
    'image',
    "`image` cannot be `'pytorhc'`.",
    "Write `'pytorch'`.",
  ],
  [
    `Type '"ubuntu:24.04"' is not assignable to type '${image}'.`,
    'image',
    "`image` cannot be `'ubuntu:24.04'`.",
    "Write one of `'jupyter'`, `'pytorch'`, or a whole image name with its tag: `'ghcr.io/owner/name:v1'`.",
  ],
  [
    `Argument of type '"100GB"' is not assignable to parameter of type '\`\${number}Gi\` | \`\${number}Ti\`'.`,
    undefined,
    "This cannot be `'100GB'`.",
    "Write a size in quotes: `'100Gi'` or `'1Ti'`.",
  ],
  [
    `Type 'Session' is not assignable to type 'Disk'.`,
    '/data',
    '`/data` cannot be a `Session`.',
    'Write a disk: what `volume`, `shared` or `readOnly` gives.',
  ],
  [
    `Type 'string' is not assignable to type 'number'.`,
    'run',
    '`run` cannot be a text.',
    'Write a number, without quotes.',
  ],
  [
    `'"#lab"' has no exported member named 'sesion'. Did you mean 'session'?`,
    undefined,
    '`#lab` has nothing called `sesion` to import.',
    'Write `session`.',
  ],
  [
    `Module '"./data.ts"' has no exported member 'x'.`,
    undefined,
    '`./data.ts` has nothing called `x` to import.',
    'Correct the name; what there is your editor shows with Ctrl+Space.',
  ],
  [
    `Cannot find module 'lab' or its corresponding type declarations.`,
    undefined,
    'There is no module `lab` that a request can import.',
    'Import from `#lab`, or from a file of your own folder: `./data.ts`.',
  ],
  [
    `Property 'env' does not exist on type 'NotInARequest'.`,
    undefined,
    'There is no `env` here. A request runs without files, network, clock, environment and screen.',
    'Write the value itself.',
  ],
  [
    `Argument of type '"bbo"' is not assignable to parameter of type '"alice" | "bob"'.`,
    undefined,
    "This cannot be `'bbo'`.",
    "Write one of `'alice'`, `'bob'`.",
  ],
  [
    `Argument of type '"bbo"' is not assignable to parameter of type '"alice" | "bob" | ... 9 more ... | "zoe"'.`,
    undefined,
    "This cannot be `'bbo'`.",
    "Write one of `'alice'`, `'bob'`, 9 more, `'zoe'`.",
  ],
  [
    `Argument of type '{ gpu: string; hours: number; }' is not assignable to parameter of type 'SessionOptions'.`,
    undefined,
    '`session` cannot take these options: TypeScript no longer knows their exact values, or one of them is wrong.',
    'Write the options into the call itself, or `: SessionOptions` behind the name of the constant that keeps them.',
  ],
  [
    `Cannot find name 'sesion'. Did you mean 'session'?`,
    undefined,
    'Nothing is called `sesion` here.',
    'Write `session`.',
  ],
  [
    `Cannot find name 'session'. Did you mean 'sesion'?`,
    undefined,
    'Nothing is called `session` here.',
    "Import it: `import { session } from '#lab'`.",
  ],
  [
    `Cannot find name 'volume'.`,
    undefined,
    'Nothing is called `volume` here.',
    "Import it: `import { volume } from '#lab'`.",
  ],
  [
    `Cannot find module './dta' or its corresponding type declarations.`,
    undefined,
    'Your folder has no file `dta.ts`.',
    'Correct the name, or add the file.',
  ],
  [
    `Object literal may only specify known properties, and ''data'' does not exist in type '{ readonly [path: \`/\${string}\`]: Disk; }'.`,
    'data',
    'The path `data` does not begin with `/`.',
    "Write `'/data'`.",
  ],
  [
    `Type 'string' is not assignable to type 'Uppercase<string>'.`,
    undefined,
    'This cannot be just any text.',
    "Write a name in capitals: `'WANDB_API_KEY'`.",
  ],
  [
    `'SessionOptions' is a type and must be imported using a type-only import when 'verbatimModuleSyntax' is enabled.`,
    undefined,
    '`SessionOptions` is a type, not a value.',
    'Import it as `type SessionOptions`.',
  ],
  [
    'Expected 2 arguments, but got 1.',
    undefined,
    'This call has one argument and needs 2.',
    "Write the name first, then the options: `session('dev', { … })`.",
  ],
  [
    `Parameter 'n' implicitly has an 'any' type.`,
    undefined,
    'TypeScript cannot tell what `n` is.',
    'Write its type: `n: number` or `n: string`.',
  ],
  ['Expression expected.', undefined, 'TypeScript says: `Expression expected.`', 'Change what is underlined.'],
])('%s', (says, option, what, fix) => {
  expect(typeErrorSentence(says, option)).toEqual({ what, fix })
  expect(typeErrorSentence(says.replaceAll('`', 'ˋ'), option)).toEqual({ what, fix })
})

test('a foreign backtick does not end ours', () => {
  const { what } = typeErrorSentence(`Type '"a\`b"' is not assignable to type 'number'.`, 'run')
  expect(what).toBe("`run` cannot be `'aˋb'`.")
})
