// Opens a payment for orders that wait for it and goes to the gateway's page. Coming back leads to the orders.
import { client, freshKey, take } from '@meadow/api'

export async function pay(orders: { shop: string; order: string }[], back: string): Promise<void> {
    const payment = await take(
        client.POST('/v1/payments', {
            body: { orders, return_to: back },
            headers: { 'Idempotency-Key': freshKey() },
        }),
    )
    if (payment.pay_url) location.assign(payment.pay_url)
    else location.assign(back)
}
