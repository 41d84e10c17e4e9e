export { useLoad, usePages, type Load, type Pages } from '@meadow/ui'
