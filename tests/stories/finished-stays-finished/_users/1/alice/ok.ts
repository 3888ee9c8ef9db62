import { job } from '#lab'

export default job('ok', { gpu: '1x11GB', image: 'pytorch', hours: 12, command: 'exit 0' })
