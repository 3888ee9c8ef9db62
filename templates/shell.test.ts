import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandOf, shellWord, verbatim } from './shell.ts'

/** Kubernetes' own replacement in commands. Source: k8s.io/kubernetes third_party/forked/golang/expansion. */
function kubernetesExpands(input: string, variables: Readonly<Record<string, string>>): string {
  let output = ''
  for (let at = 0; at < input.length; at += 1) {
    const [here, next] = [input[at], input[at + 1]]
    const end = next === '(' ? input.indexOf(')', at) : -1
    const name = input.slice(at + 2, end)
    if (here === '$' && next === '$') {
      output += '$'
      at += 1
    } else if (here === '$' && end !== -1) {
      output += variables[name] ?? `$(${name})`
      at = end
    } else output += here
  }
  return output
}

test('a line reaches bash as it was written, whatever Kubernetes makes of it', () => {
  const part = fc.oneof(fc.constantFrom('$', '$$', '(', ')', '$(LR)', '$LR', '${LR}', 'LR', ' '), fc.string())
  const line = fc.array(part).map((parts) => parts.join(''))
  fc.assert(
    fc.property(line, (text) => {
      expect(kubernetesExpands(verbatim(text), { LR: 'replaced' })).toBe(text)
    }),
  )
})

test.each([
  ['python train.py --lr $LR', 'python train.py --lr $LR'],
  ['echo $$', 'echo $$$'],
  ['date > $(hostname).log', 'date > $$(hostname).log'],
])('%s is written as %s', (line, written) => {
  expect(commandOf(line).at(-1)).toBe(written)
})

test.each([
  ['0.01', '0.01'],
  ['a b', "'a b'"],
  ["it's", `'it'\\''s'`],
  ['', "''"],
  ['~', "'~'"],
])('%s to a shell is %s', (text, word) => {
  expect(shellWord(text)).toBe(word)
})
