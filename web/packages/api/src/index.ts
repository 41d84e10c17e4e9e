export * from './client'
export * from './refusal'
export * from './names'
export { counted } from './counted'
