import real from '../../lab.config.ts'

/** The lab of the fixtures: its own people and caps, the real catalogue and the cluster's real rules. */
export default {
  ...real,
  admins: ['alice', 'root'],
  members: { alice: {}, bob: {}, carol: {}, ann: {}, 'ann-lee': {}, dora: { suspended: true }, root: {} },
  caps: {
    member: { gpus: 4, cpu: 64, memory: '256Gi', disk: '500Gi', gpuHours: 400 },
    lab: { gpus: 8, cpu: 512, memory: '2Ti', disk: '10Ti', gpuHours: 4000 },
    volume: { size: '1Ti' },
  },
  retirements: [],
  adoptions: [],
}
