import { volume } from '#lab'

/** The tutorial's disk, on its own: it stays when runs end. */
export const data = volume('data', '100Gi')
