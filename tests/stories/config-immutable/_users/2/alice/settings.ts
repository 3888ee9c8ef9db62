import { named, type ConfigMap } from '#lab'

const settings: ConfigMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: named('settings'), immutable: true, data: { lr: '0.2' } }

export default settings
