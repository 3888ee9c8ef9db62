import { expect, it } from 'vitest'
import lab from '../../../lab.config.ts'
import { pathText } from '../../model/json.ts'
import { judgeOwn } from './judge-own.ts'

it('takes the lab as it is', () => {
  expect(judgeOwn('lab', lab)).toEqual([])
})

it('says what is wrong with a changed one, in the name of the lab', () => {
  const { member } = lab.caps
  const faults = judgeOwn('lab', { ...lab, caps: { ...lab.caps, member: { ...member, gpus: '4', gpu: 4 } } })
  expect(faults.map(({ code, path, law }) => `${code} ${pathText(path)} ${law?.by}`).sort()).toEqual([
    'field-type caps.member.gpus lab',
    'field-unknown caps.member.gpu lab',
  ])
})

it('fails where we have no such schema', () => {
  expect(() => judgeOwn('grants', {})).toThrow('schemas/lab/grants.schema.json')
})
