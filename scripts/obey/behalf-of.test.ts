import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Change, ChangedPath } from '../model/change.ts'
import type { IssueComment, Post } from '../model/forge.ts'
import { isOfComment, isOfIssue, sourceOf } from './behalf-of.ts'
import { alice, filled, lab } from './form/form.fixture.ts'
import { formRequest } from './form/form-request.ts'

const self = { login: 'lab[bot]', id: 99 }
const issue: Post = { number: 12, by: alice, text: filled(), labels: ['request'], isOpen: true }
const formed = formRequest(issue, lab, [])
const text = 'request' in formed ? formed.request.text : ''

describe('a pull request says where it comes from', () => {
  test.each<[what: string, author: typeof self, branch: string | undefined, expected: unknown]>([
    ['ours, of a form', self, 'form/12', { issue: 12 }],
    ['ours, of a command', self, 'cancel/987654', { comment: 987_654 }],
    ['ours, of a grant: judged where it is made', self, 'grant/987654', undefined],
    ['ours, of nothing', self, 'form/', undefined],
    ['ours, of a number that is none', self, 'form/012', undefined],
    ['ours, below such a branch', self, 'form/12/x', undefined],
    ['ours, from a fork', self, undefined, undefined],
    ['of somebody with such a branch', alice, 'form/12', undefined],
    ['of somebody who took our name', { login: 'lab[bot]', id: 7 }, 'form/12', undefined],
  ])('%s', (_, author, branch, expected) => {
    expect(sourceOf({ author, ...(branch !== undefined && { branch }) }, self)).toEqual(expected)
  })
})

function change(...paths: readonly ChangedPath[]): Change {
  return { head: 'a'.repeat(40), main: 'b'.repeat(40), tree: 'c'.repeat(40), paths }
}

function put(path: string, content: string, more: Partial<ChangedPath> & { readonly mode?: string } = {}): ChangedPath {
  const { mode = '100644', ...rest } = more
  return { path, after: { mode, id: hash('sha1', `blob ${Buffer.byteLength(content)}\0${content}`) }, ...rest }
}

const dev = put('users/alice/dev.ts', text)
const plain = { mode: '100644', id: 'd'.repeat(40) }

describe('a change is in the name of an issue’s author', () => {
  test.each<[what: string, change: Parameters<typeof isOfIssue>[0], issue: Post, expected: boolean]>([
    ['when it is exactly what the form makes', change(dev), issue, true],
    ['not with a letter more', change(put('users/alice/dev.ts', `${text}\n`)), issue, false],
    ['not with a second file', change(dev, put('users/alice/more.ts', text)), issue, false],
    ['not with a deletion beside it', change(dev, { path: 'users/alice/old.ts', before: plain }), issue, false],
    ['not under another name', change(put('users/alice/dev2.ts', text)), issue, false],
    ['not in another folder', change(put('users/bob/dev.ts', text)), issue, false],
    ['not as a program', change(put('users/alice/dev.ts', text, { mode: '100755' })), issue, false],
    ['not over a file that was there', change({ ...dev, before: plain }), issue, false],
    ['not when nothing changes', change(), issue, false],
    ['not when the issue says something else by now', change(dev), { ...issue, text: filled({ hours: '3' }) }, false],
    ['not when the issue is no form any more', change(dev), { ...issue, text: 'never mind' }, false],
    ['not when the issue is closed', change(dev), { ...issue, isOpen: false }, false],
    ['not when it is another’s issue', change(dev), { ...issue, by: { login: 'bob', id: 1002 } }, false],
    ['not when somebody took the login', change(dev), { ...issue, by: { login: 'alice', id: 5 } }, false],
    ['not when nobody can read it', { unreadable: 'gone' }, issue, false],
  ])('%s', (_, changed, of, expected) => {
    expect(isOfIssue(changed, of, lab, [])).toBe(expected)
  })

  test('not once the request is on main', () => {
    expect(isOfIssue(change(dev), issue, lab, ['dev'])).toBe(false)
  })

  test('as one whom the roster knows without a number: the verdict says what that means', () => {
    const by = { login: 'newcomer', id: 77 }
    expect(isOfIssue(change(put('users/newcomer/dev.ts', text)), { ...issue, by }, lab, [])).toBe(true)
  })
})

describe('a change is in the name of who wrote /cancel', () => {
  const comment: IssueComment = { id: 5, under: 118, by: alice, text: '/cancel alice/dev', isEdited: false }
  const gone = { path: 'users/alice/dev.ts', before: plain }
  test.each<[what: string, change: Parameters<typeof isOfComment>[0], comment: IssueComment, expected: boolean]>([
    ['when it is exactly that removal', change(gone), comment, true],
    ['not when more goes', change(gone, { ...gone, path: 'users/alice/x.ts' }), comment, false],
    ['not when another goes', change({ ...gone, path: 'users/alice/x.ts' }), comment, false],
    ['not when it is rewritten', change({ ...gone, after: plain }), comment, false],
    ['not when nothing goes', change(), comment, false],
    ['not when the comment was edited', change(gone), { ...comment, isEdited: true }, false],
    ['not when it names nothing', change(gone), { ...comment, text: '/cancel' }, false],
    ['not when it is talk', change(gone), { ...comment, text: '> /cancel alice/dev' }, false],
    ['not when it is another command', change(gone), { ...comment, text: '/ask alice/dev' }, false],
    ['not when it is misspelt', change(gone), { ...comment, text: '/cancel alice dev' }, false],
  ])('%s', (_, changed, of, expected) => {
    expect(isOfComment(changed, of)).toBe(expected)
  })
})
