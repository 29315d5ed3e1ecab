// Language and colours of the ledger page: first as the browser asks for, then as the buttons say.

const root = document.documentElement
const languageButton = /** @type {HTMLButtonElement} */ (document.getElementById('language'))
const themeButton = /** @type {HTMLButtonElement} */ (document.getElementById('theme'))

/** @param {'en' | 'zh'} language */
function speak(language) {
  root.lang = language === 'zh' ? 'zh-CN' : 'en'
  const other = language === 'zh' ? 'English' : '中文'
  languageButton.textContent = other
  languageButton.lang = language === 'zh' ? 'en' : 'zh-CN'
  languageButton.setAttribute('aria-label', other)
  for (const option of document.querySelectorAll('option'))
    option.textContent = option.dataset[language] ?? option.textContent
  for (const input of document.querySelectorAll('input')) {
    input.placeholder = input.dataset[language === 'zh' ? 'placeholderZh' : 'placeholderEn'] ?? ''
  }
}

languageButton.addEventListener('click', () => speak(root.lang === 'en' ? 'zh' : 'en'))
themeButton.addEventListener('click', () => {
  const dark = getComputedStyle(root).getPropertyValue('--is-dark').trim() === '1'
  root.dataset.theme = dark ? 'light' : 'dark'
})
speak(navigator.language.startsWith('zh') ? 'zh' : 'en')
