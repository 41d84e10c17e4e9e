// Vant's picture viewer (pinch, swipe, double tap), loaded when somebody first looks closer.
import 'vant/es/image-preview/style'
export { showImagePreview } from 'vant/es/image-preview'
