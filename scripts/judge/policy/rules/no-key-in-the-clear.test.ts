import { expect, test } from 'vitest'
import { aPod, changed, faultsOf } from '../specimens.ts'
import { noKeyInTheClear } from './no-key-in-the-clear.ts'

const env = (name: string, value: string) => ({ 'spec containers 0 env': [{ name, value }] })
const runs = (text: string) => ({ 'spec containers 0 command': ['bash', '-c', text] })

test.each([
  ['WANDB_API_KEY', env('WANDB_API_KEY', '0123456789abcdef0123456789abcdef01234567'), ['WANDB_API_KEY']],
  ['a password', env('DB_PASSWORD', 'hunter2hunter2'), ['DB_PASSWORD']],
  ['in small letters', env('hf_token', 'abcdefghijkl'), ['hf_token']],
  ['in a command', runs('export HF_TOKEN=abcdefghijkl; python train.py'), ['HF_TOKEN']],
  ['in quotes', runs('HF_TOKEN="abcdefghijkl" python train.py'), ['HF_TOKEN']],
  ['as an option', runs('python train.py --hf_token=abcdefghijkl'), ['hf_token']],
  ['from another variable', runs('HF_TOKEN=$OTHER python train.py'), []],
  ['from a file', runs('HF_TOKEN=$(cat /data/key) python train.py'), []],
  ['from a Secret', { 'spec containers 0 env': [{ name: 'HF_TOKEN', valueFrom: {} }] }, []],
  ['a word to a model', env('PAD_TOKEN', '<pad_token>'), []],
  ['a count', env('MAX_TOKEN', '512'), []],
  ['a switch', env('USE_TOKEN', 'false'), []],
  ['a path', env('HF_TOKEN', '/data/token.txt'), []],
  ['tokenizers', env('TOKENIZERS_PARALLELISM', 'falsefalse'), []],
  ['a path to a key', env('KEY_FILE', 'keys/one.txt'), []],
  ['learning rates', runs('python train.py --lr=0.001000 --seed=1'), []],
])('%s', (_, changes, variables) => {
  const faults = faultsOf(noKeyInTheClear, changed(aPod, changes))
  expect(faults.map(({ args }) => args)).toEqual(variables.map((variable) => ({ variable })))
  expect(faults.map(({ lift }) => lift)).toEqual(variables)
})
