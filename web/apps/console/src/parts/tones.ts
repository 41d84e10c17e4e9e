// Which colour a state has: poppy asks for something, honey waits, leaf is well, wrong is not, none is over.
import type { ApplicationState, CreditState, NoteState, OfferState, OrderState, ProductState, RefundState, ShopState } from '@meadow/api'

export type Tone = 'poppy' | 'honey' | 'leaf' | 'wrong' | ''

export const orderTone: Record<OrderState, Tone> = { placed: 'honey', paid: 'poppy', shipped: 'leaf', delivered: 'leaf', completed: 'leaf', cancelled: '', refunding: 'honey', refunded: '' }
export const productTone: Record<ProductState, Tone> = { draft: '', in_review: 'honey', rejected: 'wrong', listed: 'leaf', withdrawn: '', discarded: '' }
export const refundTone: Record<RefundState, Tone> = { asked: 'poppy', escalated: 'honey', approved: 'honey', done: 'leaf', rejected: '', dismissed: '', withdrawn: '' }
export const shopTone: Record<ShopState, Tone> = { open: 'leaf', paused: 'honey', frozen: 'wrong', closed: '' }
export const applicationTone: Record<ApplicationState, Tone> = { pending: 'honey', approved: 'leaf', rejected: 'wrong' }
export const creditTone: Record<CreditState, Tone> = { pending: 'honey', payable: 'leaf', paid: 'leaf', clawed_back: 'wrong', void: '' }
export const noteTone: Record<NoteState, Tone> = { draft: '', scheduled: 'honey', published: 'leaf', hidden: 'wrong', deleted: '' }
export const offerTone: Record<OfferState, Tone> = { offered: 'honey', accepted: 'leaf', declined: '', ended: '' }
