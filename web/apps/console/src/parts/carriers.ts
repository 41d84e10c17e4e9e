// Carriers merchants in China name most; any other name may be typed. Meadow tracks those it has an adapter for.
export const carriers = ['顺丰速运', '中通快递', '圆通速递', '韵达快递', '申通快递', '极兔速递', '京东快递', '邮政EMS', '德邦快递', 'sandbox']
