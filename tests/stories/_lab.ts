import real from '../../lab.config.ts'

/** The lab of the stories: its own people and eight GPUs; a story may lay more over it, commit by commit. */
export default {
  ...real,
  admins: ['root'],
  members: { alice: {}, bob: {}, ann: {}, 'ann-lee': {}, example: {}, root: {} },
  caps: { ...real.caps, lab: { ...real.caps.lab, gpus: 8 } },
}
