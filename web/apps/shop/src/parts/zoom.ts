// Vant's picture viewer (pinch, swipe, double tap), loaded when somebody first looks closer. Of its styles all but the icons': their
// font is somebody else's server, and the page may ask nobody but its own. The one icon it needs is ours.
import 'vant/es/style/base.css'
import 'vant/es/image/index.css'
import 'vant/es/loading/index.css'
import 'vant/es/overlay/index.css'
import 'vant/es/popup/index.css'
import 'vant/es/swipe/index.css'
import 'vant/es/swipe-item/index.css'
import 'vant/es/image-preview/index.css'
import './zoom.css'
import { showImagePreview } from 'vant/es/image-preview'

export function showPictures(images: string[], startPosition: number, onChange?: (index: number) => void): void {
    const leave = (event: KeyboardEvent): void => {
        if (event.key === 'Escape') viewer.close()
    }
    const viewer = showImagePreview({ images, startPosition, closeable: true, closeIcon: '/close.svg', loop: false, onChange, onClose: () => removeEventListener('keydown', leave) })
    addEventListener('keydown', leave)
}
