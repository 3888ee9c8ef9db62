export { findingOf, type PlaceOf } from './finding-of.ts'
export { readGrant } from './read-grants.ts'
export { readHouse, type HouseChecks, type HouseOptions, type ReadHouse } from './read-house.ts'
export { UnusableHouse } from './unusable-house.ts'
