/* global document, window, fetch, DOMParser, FormData, URLSearchParams, setTimeout, clearTimeout */
// Every page works without this file: it asks before what cannot be undone, and keeps the preview and the news fresh.
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

const isBeingFilledIn = (main) =>
    main.contains(document.activeElement) ||
    [...main.querySelectorAll('input, textarea')].some((field) => field.value !== field.defaultValue);

async function refresh() {
    const main = document.querySelector('main');
    const seconds = Number(main.dataset.refresh);
    if (!(seconds > 0)) return;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    if (!document.hidden && !isBeingFilledIn(main)) {
        const response = await fetch(window.location.href, { headers: { 'x-unattended': '1' } });
        if (!response.ok || response.redirected) return window.location.reload();
        const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main');
        const opened = [...main.querySelectorAll('details')].map((details) => details.open);
        fresh.querySelectorAll('details').forEach((details, n) => (details.open ||= opened[n] === true));
        if (!isBeingFilledIn(main)) main.replaceWith(fresh);
    }
    return refresh();
}
void refresh();
