import { afterAll, expect, test } from 'vitest'
import { explore } from './explore.ts'
import { faults, protocolWith } from './planted.ts'
import { stories, type Story } from './scopes.ts'

/**
 * The search must find what it is there to find: each safeguard is taken out of the protocol, and the law is named that then breaks.
 * The shortest way there is printed.
 */
const table: readonly (readonly [keyof typeof faults | 'the lists are read first', keyof typeof stories, RegExp])[] = [
  ['runs are made open', 'one run, two applies of its commit', /^I3/],
  ['a delete names no UID', 'its number is raised', /^I2/],
  ['an opening names no UID', 'its number is raised', /^I3/],
  ['an inventory is written over whatever is there', 'one run, two applies of its commit', /^I7/],
  ['the ledger is written over whatever is there', 'two members and the last GPU, and one of them gives up', /^I8/],
  ['there is no ledger', 'two members and the last GPU, and one of them gives up', /^I8/],
  ['nothing is remembered before it is made', 'two members and the last GPU, and one of them gives up', /^I8/],
  ['the ledger comes before the intentions', 'two members and the last GPU, and one of them gives up', /^I8/],
  ['the lists are read first', 'its number is raised', /^I7/],
]

const told: string[] = []
afterAll(() => process.stdout.write(`${told.join('\n\n')}\n`))

test.each(table)('%s: found in "%s"', async (name, about, law) => {
  const story: Story = stories[about]
  const listsFirst = name === 'the lists are read first'
  const protocol = await protocolWith(listsFirst ? undefined : faults[name])
  const { broken, states } = explore(protocol, story, { most: 400_000, rounds: 2, ...(listsFirst && { listsFirst }) })
  told.push([`${name} (${states} states): ${broken?.law}`, ...(broken?.trace ?? [])].join('\n  '))
  expect(broken?.law).toMatch(law)
})
