import { expect, test } from 'vitest'
import { answers, computed, good } from '../../scripts/repository/answers.fixture.ts'
import { settingsFindings } from '../../scripts/repository/index.ts'
import { faultsOfCall, operationFor } from '../github/contract.ts'

/** Asked of GitHub and not in the part of its description that the double plays; their shapes are held by the compiler. */
const undescribed = /\/protection$|\/organization-secrets\?|^\/apps\/|\/labels\?/

/** Every address that is asked for, at the level that asks for most. */
async function asked(isPrivate: boolean): Promise<readonly string[]> {
  const paths: string[] = []
  const repository = { ...(good['/repos/uci/lab'] as object), private: isPrivate }
  const say = answers({ '/repos/uci/lab': repository })
  const lab = { ...computed, members: { ...computed.members, carol: {} } }
  const read = (path: string) => {
    paths.push(path)
    return Promise.resolve(say(path))
  }
  await settingsFindings({ lab, repository: 'uci/lab', read })
  return paths
}

test.each([true, false])('GitHub describes every address that is asked for (private: %s)', async (isPrivate) => {
  const described = (await asked(isPrivate)).filter((path) => !undescribed.test(path))
  const faults = described.flatMap((path) => {
    const { pathname, searchParams } = new URL(path, 'https://api.github.com')
    const operation = operationFor('GET', pathname, searchParams)
    return operation === undefined ? [`${path}: unknown`] : faultsOfCall(operation, undefined)
  })
  expect(described.length).toBeGreaterThan(15)
  expect(faults).toEqual([])
})
