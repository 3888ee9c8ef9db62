import { fault, type Fault } from '../../../model/finding.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Names that people give to keys: `HF_TOKEN`, `WANDB_API_KEY`, `DB_PASSWORD`; not `MAX_TOKENS`, `TOKENIZERS_PARALLELISM`, `KEY_FILE`. */
const keyNames =
  /(?:^|_)(?:TOKEN|PASSWORD|PASSWD|PASSPHRASE|SECRET|CREDENTIALS?|(?:API|ACCESS|SECRET|PRIVATE|AUTH)_?KEY)$/i
/** Words to a model (`<pad>`), numbers, switches, paths, addresses and references are no keys. */
const harmless = /^(?:[<[{].*|\d{1,6}|true|false|none|null|[./~$].*|https?:\/\/.*)$/i
const shortest = 6

/** The same in the text of a command: `export HF_TOKEN=abc123`. */
const assignment = /\b([A-Za-z_]{3,60})=["']?([^\s"'$`;&|]{6,})/g

/** Many keys look like nothing in particular: the name of their variable gives them away. */
export const noKeyInTheClear: Rule = ({ containers }) =>
  containers.flatMap(({ container, path }) => [
    ...(container.env ?? []).flatMap(({ name, value }, index) =>
      value !== undefined && isKey(name, value) ? [said(name, [...path, 'env', index, 'value'])] : [],
    ),
    ...(['command', 'args'] as const).flatMap((field) =>
      (container[field] ?? []).flatMap((text, index) =>
        assignedKeys(text).map((name) => said(name, [...path, field, index])),
      ),
    ),
  ])

function said(variable: string, path: Fault['path']): Fault {
  return fault('key-in-the-clear', { variable }, path, { law: labLaw, lift: variable })
}

function assignedKeys(text: string): readonly string[] {
  if (!text.includes('=')) return []
  const keys = [...text.matchAll(assignment)].filter(([, name = '', value = '']) => isKey(name, value))
  return [...new Set(keys.map(([, name = '']) => name))]
}

function isKey(name: string, value: string): boolean {
  return keyNames.test(name) && value.length >= shortest && !/\s/.test(value) && !harmless.test(value)
}
