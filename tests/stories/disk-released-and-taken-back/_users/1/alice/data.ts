import { volume } from '#lab'

export const data = volume('data', '10Gi')
