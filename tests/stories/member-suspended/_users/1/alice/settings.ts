import { named, type ConfigMap } from '#lab'

const settings: ConfigMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: named('settings'), data: { lr: '0.1' } }

export default settings
