// Short names for what the server speaks of, and for what the applications send.
import type { components, paths } from './schema'

type Schemas = components['schemas']
type Sent<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends { requestBody: { content: { 'application/json': infer B } } } ? B : never

export type AddressCard = Schemas['AddressCard']
export type BuyerOrder = Schemas['BuyerOrder']
export type BuyerOrderLine = Schemas['BuyerOrderLine']
export type CartItem = Schemas['CartItem']
export type CartShop = Schemas['CartShop']
export type CartView = Schemas['CartView']
export type Category = Schemas['Category']
export type CommentCard = Schemas['CommentCard']
export type FeedCard = Schemas['FeedCard']
export type FoundProduct = Schemas['FoundProduct']
export type FoundUser = Schemas['FoundUser']
export type Funds = Schemas['Funds']
export type FundsLine = Schemas['FundsLine']
export type Mark = Schemas['Mark']
export type MyShop = Schemas['MyShop']
export type NoteCard = Schemas['NoteCard']
export type NotePage = Schemas['NotePage']
export type NotificationCard = Schemas['NotificationCard']
export type NotificationGroup = Schemas['NotificationGroup']
export type Offer = Schemas['Offer']
export type OfferSku = Schemas['OfferSku']
export type Option = Schemas['Option']
export type OrderState = Schemas['OrderState']
export type OrderTab = Schemas['OrderTab']
export type OrderView = Schemas['OrderView']
export type OwnProduct = Schemas['OwnProduct']
export type PaymentCard = Schemas['PaymentCard']
export type PersonCard = Schemas['PersonCard']
export type Picture = Schemas['Picture']
export type PlacedOrder = Schemas['PlacedOrder']
export type PriceLine = Schemas['PriceLine']
export type ProductCard = Schemas['ProductCard']
export type ProductLine = Schemas['ProductLine']
export type ProductView = Schemas['ProductView']
export type Profile = Schemas['Profile']
export type ReviewView = Schemas['ReviewView']
export type Shipment = Schemas['Shipment']
export type Refund = Schemas['Refund']
export type RefundReason = Schemas['RefundReason']
export type SessionCard = Schemas['SessionCard']
export type ShopCard = Schemas['ShopCard']
export type ShopView = Schemas['ShopView']
export type SkuView = Schemas['SkuView']
export type SoldLine = Schemas['SoldLine']

export type SignUp = Sent<'/v1/accounts', 'post'>
export type SignIn = Sent<'/v1/sessions', 'post'>
export type WrittenNote = Sent<'/v1/notes', 'post'>
export type WrittenAddress = Sent<'/v1/addresses', 'post'>
export type WrittenProduct = Sent<'/v1/shops/{shop}/products', 'post'>
export type OpenedShop = Sent<'/v1/shops', 'post'>

export interface Page<T> {
    items: T[]
    next?: string
}
