import { firstOf } from './first-of.ts'
import { wrong } from '../wrong.ts'
import type { LabRule } from './rule.ts'

/** A product belongs to one model, and no model is called as a memory class is. */
export const gpus: LabRule = (lab) => {
  const rows = Object.entries(lab.gpus).flatMap(([model, { products }]) =>
    products.map((product, index) => ({ model, product, index })),
  )
  const first = firstOf(rows, ({ product }) => product)
  const twins = rows.flatMap((row) => {
    const other = first(row)?.model
    const { model, product, index } = row
    const path = ['gpus', model, 'products', index]
    return other === undefined ? [] : [wrong('gpu-product-twice', { model, other, product }, path)]
  })
  const classes = Object.keys(lab.gpus).filter((model) => /^\d+GB$/i.test(model))
  return [...twins, ...classes.map((model) => wrong('gpu-name-unfit', { model }, ['gpus', model]))]
}
