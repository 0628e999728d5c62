/* global document, window, fetch, FormData, URLSearchParams, setTimeout, clearTimeout */
// Every page works without this file: it asks before what cannot be undone, and keeps the preview up to date.
for (const form of document.querySelectorAll('form.ask, form[data-question]'))
    form.addEventListener('submit', (event) => {
        if (!window.confirm(form.dataset.question ?? form.querySelector('button').textContent.trim() + ' ?'))
            event.preventDefault();
    });

const preview = document.querySelector('[data-preview]');
const choices = document.querySelector('form.choices');
if (preview && choices) {
    let timer;
    choices.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(async () => {
            const body = new URLSearchParams(new FormData(choices));
            const response = await fetch(preview.dataset.preview, { method: 'POST', body });
            // Our own markup, in which every value is escaped.
            if (response.status === 200) preview.innerHTML = await response.text();
        }, 300);
    });
}
