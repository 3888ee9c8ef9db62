import { session } from '#lab'
import { data } from './volume-example.ts'

/** The tutorial's last: PyTorch with one GPU and that disk. */
export default session('pytorch-example', { gpu: '1x11GB', image: 'pytorch', hours: 6, mounts: { '/data': data } })
