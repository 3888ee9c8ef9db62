import { job } from '#lab'

export default job('retry', { gpu: '1x11GB', image: 'pytorch', hours: 12, command: 'exit 1', retries: 1 })
