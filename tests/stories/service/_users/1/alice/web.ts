import { service } from '#lab'

export default service('web', {
  image: 'python',
  command: 'python -m http.server 8000',
  port: 8000,
  until: '2026-12-06',
})
