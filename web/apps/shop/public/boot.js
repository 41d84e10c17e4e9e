// Before the first paint: the colours and the language this person chose, so that neither flashes.
;(function () {
    var root = document.documentElement
    var theme, language
    try {
        theme = localStorage.getItem('meadow.theme')
        language = localStorage.getItem('meadow.language')
    } catch (blocked) {
        // Storage may be switched off; the device's own wishes hold then.
    }
    var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
    root.dataset.theme = dark ? 'dark' : 'light'
    root.lang = language || (/^zh/i.test(navigator.language) ? 'zh-CN' : 'en')
})()
