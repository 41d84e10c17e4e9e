export * from './format'
export * from './theme'
export * from './reasons'
