import { volume } from '#lab'

export const imagenet = volume('imagenet', '200Gi', { readers: ['carol'] })
