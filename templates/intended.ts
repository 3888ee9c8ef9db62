/**
 * What was probably meant by a value that is none, as it would be written in TypeScript; `undefined` where nobody can tell. A guess is only
 * ever said, never used.
 */
type Intended = (value: unknown) => string | undefined

/** `'32GB'`, `'32 gb'`, `32` are `'32Gi'`; `'1TB'` is `'1024Gi'`. */
export const sizeIntended: Intended = (value) => {
  const size = sizeOf(value)
  return size && `'${size.unit === 't' ? size.number * 1024 : size.number}Gi'`
}

/** The same for disks, where `'1Ti'` is a size too. */
export const diskSizeIntended: Intended = (value) => {
  const size = sizeOf(value)
  return size && `'${size.number}${size.unit === 't' ? 'Ti' : 'Gi'}'`
}

function sizeOf(value: unknown): { readonly number: number; readonly unit: string } | undefined {
  const [, number, unit = 'g'] = /^(\d{1,6}(?:\.\d{1,3})?) ?([gt])?i?b?$/i.exec(textOf(value)) ?? []
  return Number(number) > 0 ? { number: Number(number), unit: unit.toLowerCase() } : undefined
}

/** `'24'` and `'24h'` are `24`. */
export const numberIntended: Intended = (value) => {
  const [, number] = /^(\d{1,6}(?:\.\d{1,3})?) ?(?:h|hours?|cores?)?$/i.exec(textOf(value)) ?? []
  return typeof value === 'string' && Number(number) > 0 ? `${Number(number)}` : undefined
}

/** `'My_Run'` is `'my-run'`. */
export const nameIntended: Intended = (value) => {
  const name = textOf(value)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return isShort(name) ? `'${name}'` : undefined
}

/** `MY-VAR` is `MY_VAR`. */
export const variableIntended: Intended = (value) => {
  const name = textOf(value)
    .replaceAll(/\W+/g, '_')
    .replace(/^(?=\d)/, '_')
  return isShort(name) && /[A-Za-z]/.test(name) ? name : undefined
}

/** `'wandb-key'` is `'WANDB_KEY'`. */
export const secretIntended: Intended = (value) => {
  const name = variableIntended(value)?.toUpperCase()
  return name && `'${name}'`
}

/** `data` and `/data/` are `'/data'`. */
export const pathIntended: Intended = (value) => {
  const steps = textOf(value)
    .split('/')
    .filter((step) => /^[\w.@+-]*\w[\w.@+-]*$/.test(step))
  const path = steps.join('/')
  return isShort(path) && !/^(?:dev|code|proc|sys)\b/.test(path) ? `'/${path}'` : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 60).trim() : ''
}

function isShort(text: string): boolean {
  return text.length > 0 && text.length <= 30
}
