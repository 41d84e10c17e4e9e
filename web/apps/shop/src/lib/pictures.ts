export { address, byId, nearest, srcset } from '@meadow/ui'
