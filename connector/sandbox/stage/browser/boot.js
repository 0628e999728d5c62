/* global document, window, setTimeout */
/** Starts a stage page: puts the bundles that the page asks for where it wants them, and shows toasts. */
import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import QuoCallButton from 'c/quoCallButton';
import QuoSetup from 'c/quoSetup';
import QuoTask from 'c/quoTask';
import QuoTimeline from 'c/quoTimeline';
import QuoUnmatched from 'c/quoUnmatched';
import SonaCall from 'c/sonaCall';

const COMPONENTS = {
    'c-quo-call-button': QuoCallButton,
    'c-quo-setup': QuoSetup,
    'c-quo-task': QuoTask,
    'c-quo-timeline': QuoTimeline,
    'c-quo-unmatched': QuoUnmatched,
    'c-sona-call': SonaCall
};
const TOAST_TIME = 5_000;

for (const place of document.querySelectorAll('[data-component]')) {
    const { component, props } = place.dataset;
    const element = createElement(component, { is: COMPONENTS[component] });
    Object.assign(element, JSON.parse(props ?? '{}'));
    place.append(element);
}

window.addEventListener('lightning__showtoast', ({ detail: { title, message, variant = 'info' } }) => {
    const toast = document.createElement('div');
    toast.className = `slds-notify slds-notify_toast slds-theme_${variant}`;
    const heading = document.createElement('h2');
    heading.className = 'slds-text-heading_small';
    heading.textContent = [title, message].filter(Boolean).join('. ');
    toast.append(heading);
    document.querySelector('#toasts').append(toast);
    setTimeout(() => toast.remove(), TOAST_TIME);
});
