export { readHouse, type HouseChecks, type HouseOptions, type ReadHouse } from './read-house.ts'
export { UnusableHouse } from './unusable-house.ts'
