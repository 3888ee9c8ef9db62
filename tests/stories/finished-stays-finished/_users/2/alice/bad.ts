import { job } from '#lab'

export default job('bad', { gpu: '1x11GB', image: 'pytorch', hours: 12, command: 'exit 4' })
