import { session } from '#lab'

export default session('dev', { gpu: '1x11GB', image: 'pytorch', hours: 6, patch: { pod: { nodeSelector: { 'nautilus.test/none': 'here' } } } })
