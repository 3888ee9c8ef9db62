import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { git, labRepository, scratch, type LabRepository } from './lab-repository.ts'
import { base, look, told } from './looked.ts'

/** Main and the pull request change one file in different lines, so that Git has to merge. */
function merging(): LabRepository {
  const lab = labRepository(base)
  const old = lab.main()
  lab.push({ 'users/alice/dev.ts': 'ONE\ntwo\nthree\nfour\nfive\n' })
  lab.pull(1, { 'users/alice/dev.ts': 'one\ntwo\nthree\nfour\nFIVE\n' }, { from: old })
  return lab
}

/** A clone that would run `trap` wherever Git lets it. */
function trapped(lab: LabRepository): { repository: string; mark: string } {
  const repository = join(scratch(), 'clone')
  const mark = join(lab.root, 'ran')
  const trap = join(lab.root, 'trap.sh')
  writeFileSync(trap, `#!/bin/sh\ntouch ${mark}\nexit 1\n`)
  chmodSync(trap, 0o755)
  git(lab.root, ['clone', '--quiet', '--no-local', '--single-branch', '--branch=main', lab.upstream, repository])
  const settings = {
    'merge.default': 'evil',
    'merge.evil.driver': trap,
    'filter.evil.smudge': trap,
    'filter.evil.clean': trap,
    'core.fsmonitor': trap,
    'core.alternateRefsCommand': trap,
    'core.sshCommand': trap,
    'core.hooksPath': join(lab.root, 'hooks'),
    'remote.pulls.uploadpack': trap,
    'remote.origin.uploadpack': trap,
    'credential.helper': `!${trap}`,
    'merge.renames': 'true',
    'transfer.fsckObjects': 'false',
    'fetch.fsckObjects': 'false',
  }
  for (const [key, value] of Object.entries(settings)) git(repository, ['config', key, value])
  writeFileSync(join(repository, '.git', 'info', 'attributes'), '* merge=evil filter=evil\n')
  mkdirSync(join(lab.root, 'hooks'))
  for (const hook of ['reference-transaction', 'post-merge', 'post-checkout', 'post-index-change']) {
    writeFileSync(join(lab.root, 'hooks', hook), `#!/bin/sh\ntouch ${mark}\n`)
    chmodSync(join(lab.root, 'hooks', hook), 0o755)
  }
  return { repository, mark }
}

describe('settings of the clone and of the user have no effect', () => {
  test('hooks, filters and merge drivers of the clone', async () => {
    const lab = merging()
    const { repository, mark } = trapped(lab)
    expect(told(await look(lab, await lab.room({ repository })))).toEqual(['M 100644 users/alice/dev.ts'])
    expect(existsSync(mark)).toBe(false)
  })

  test('replaced objects of the clone', async () => {
    const lab = labRepository(base)
    lab.pull(1, { 'users/alice/new.ts': 'x' })
    const { repository } = trapped(lab)
    const fake = git(repository, ['commit-tree', '-m', 'x', git(repository, ['mktree'])])
    git(repository, ['replace', lab.main(), fake])
    expect(told(await look(lab, await lab.room({ repository })))).toEqual(['A 100644 users/alice/new.ts'])
  })

  test('a user’s own settings', async () => {
    const lab = merging()
    const { mark } = trapped(lab)
    const home = scratch()
    const driver = `[merge]\n\tdefault = evil\n[merge "evil"]\n\tdriver = touch ${mark}\n[core]\n\thooksPath = ${join(lab.root, 'hooks')}\n`
    writeFileSync(join(home, '.gitconfig'), driver)
    const before = { HOME: process.env['HOME'], GIT_CONFIG_GLOBAL: process.env['GIT_CONFIG_GLOBAL'] }
    Object.assign(process.env, { HOME: home, GIT_CONFIG_GLOBAL: join(home, '.gitconfig') })
    try {
      expect(told(await look(lab))).toEqual(['M 100644 users/alice/dev.ts'])
    } finally {
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name]
        else process.env[name] = value
      }
    }
    expect(existsSync(mark)).toBe(false)
  })

  test('attributes in the change itself', async () => {
    const lab = merging()
    const old = git(lab.upstream, ['rev-parse', 'main^'])
    lab.pull(
      1,
      { '.gitattributes': '* merge=union\n', 'users/alice/dev.ts': 'uno\ntwo\nthree\nfour\nfive\n' },
      { from: old },
    )
    expect(await look(lab)).toEqual({ unreadable: 'conflict', paths: ['users/alice/dev.ts'] })
  })

  test('the clone is only read', async () => {
    const lab = merging()
    const { repository } = trapped(lab)
    const before = git(repository, ['count-objects', '-v'])
    await look(lab, await lab.room({ repository }))
    expect(git(repository, ['count-objects', '-v'])).toBe(before)
    expect(git(repository, ['for-each-ref', '--format=%(refname)', 'refs/pull'])).toBe('')
  })

  test('a clone without its history opens no room', async () => {
    const lab = merging()
    const repository = join(scratch(), 'clone')
    git(lab.root, ['clone', '--quiet', '--no-local', '--depth=1', '--branch=main', lab.upstream, repository])
    await expect(lab.room({ repository })).rejects.toThrow('is shallow')
    await expect(lab.room({ repository: lab.root })).rejects.toThrow('no clone')
  })

  test('a name of a commit that could be an option, or a ref, opens no room', async () => {
    const lab = labRepository(base)
    for (const main of ['main', '--upload-pack=x', 'a'.repeat(39)])
      await expect(lab.room({ main })).rejects.toThrow('no full name')
  })
})
