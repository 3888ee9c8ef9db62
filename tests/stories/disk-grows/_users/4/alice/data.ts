import { volume } from '#lab'

export const data = volume('data', '20Gi', { storage: 'block' })
