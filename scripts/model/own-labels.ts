export interface LabelStyle {
  /** Six hexadecimal digits. */
  readonly color: string
  readonly description: string
}

/** All labels that are ours: for people's lists only, nothing here reads one to decide. */
export const ownLabels = {
  gpu: { color: '1d76db', description: 'asks for GPUs' },
  'over-cap': { color: 'd93f0b', description: 'asks for more than a limit' },
  'gpu-class': { color: 'd93f0b', description: 'asks for a GPU that needs a form or a grant' },
  'custom-image': { color: 'fbca04', description: 'an image that is not on the lab’s list' },
  'new-disk': { color: '0e8a16', description: 'makes a disk' },
  'disk-released': { color: 'fbca04', description: 'lets a disk go; its data is kept' },
  'ends-runs': { color: 'fbca04', description: 'ends what may still be running' },
  grants: { color: '5319e7', description: 'an exception, given or withdrawn' },
  house: { color: '5319e7', description: 'changes what everybody is judged by' },
  'needs-admin': { color: 'b60205', description: 'an admin has to decide' },
  asked: { color: 'fbca04', description: 'an admin asked the author something' },
  refused: { color: 'b60205', description: 'has to be mended by its author' },
  ready: { color: '0e8a16', description: 'fits; nothing to wait for' },
  held: { color: 'c5def5', description: 'merged, and waits in line for GPUs' },
  request: { color: '1d76db', description: 'a request from the form' },
} as const satisfies Readonly<Record<string, LabelStyle>>

export type OwnLabel = keyof typeof ownLabels
