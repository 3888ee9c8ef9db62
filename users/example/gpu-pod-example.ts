import { notebook } from '#lab'

/** The tutorial's first: Jupyter with one GPU. */
export default notebook('gpu-pod-example', { gpu: '1x11GB', image: 'jupyter', hours: 6 })
