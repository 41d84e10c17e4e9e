export { smaller, upload } from '@meadow/ui'
