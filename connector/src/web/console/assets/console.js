/* global document, window */
// A question before what cannot be undone, and nothing else: every page works without this file.
for (const form of document.querySelectorAll('form[data-question]'))
    form.addEventListener('submit', (event) => {
        if (!window.confirm(form.dataset.question)) event.preventDefault();
    });
