import { expect, test } from 'vitest'
import { tokenExpiry } from './token-expiry.ts'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test.each([
  ['a service account', `${part({ alg: 'RS256' })}.${part({ exp: 1_795_514_400 })}.c2ln`, 1_795_514_400],
  ['one without an end', `${part({})}.${part({ sub: 'x' })}.c2ln`, undefined],
  ['an end that is no number', `${part({})}.${part({ exp: 'soon' })}.c2ln`, undefined],
  ['a word', 'k8s-token', undefined],
  ['three words', 'a.b.c', undefined],
])('%s', (_, token, expiry) => {
  expect(tokenExpiry(token)).toBe(expiry)
})
