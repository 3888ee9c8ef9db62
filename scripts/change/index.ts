export { fetchHeads, type Heads } from './fetch-heads.ts'
export { openRoom, type Room, type RoomOptions } from './open-room.ts'
export { readChange } from './read-change.ts'
