// Where this device is, when its owner lets us know.
export interface Spot {
    latitude: number
    longitude: number
}
export function whereAmI(): Promise<Spot | undefined> {
    return new Promise((answer) => {
        if (!('geolocation' in navigator)) return answer(undefined)
        navigator.geolocation.getCurrentPosition(
            ({ coords }) => answer({ latitude: coords.latitude, longitude: coords.longitude }),
            () => answer(undefined),
            { timeout: 8000, maximumAge: 600_000 },
        )
    })
}
