import { service } from '#lab'

export default service('web', {
  image: 'python',
  command: 'python -m http.server 9000',
  port: 9000,
  until: '2026-12-06',
})
