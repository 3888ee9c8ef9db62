export { renderObjects } from './render-objects.ts'
export { renderRequest } from './render-request.ts'
export { writeRendered } from './write-rendered.ts'
