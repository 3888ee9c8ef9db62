import { named, type Pod } from '#lab'

const probe: Pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: named('probe'),
  spec: {
    hostNetwork: true,
    containers: [
      {
        name: 'main',
        image: 'docker.io/library/python:latest',
        comand: ['python', '-V'],
      } as never,
    ],
  },
}

export const second: Pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: named('second'),
  spec: {
    hostNetwork: true,
    containers: [{ name: 'main', image: 'docker.io/library/python:latest', command: ['python', '-V'] }],
  },
}

export default probe
