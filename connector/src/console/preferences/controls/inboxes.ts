import { html } from '../../../web/html.ts';
import { checkbox } from '../../ui/components.ts';
import type { Control } from './control.ts';

export const inboxesControl: Control<'inboxes'> = {
    isWide: true,
    fill: (value = 'all') => value,
    read: (form, key) => (form.has(`all-${key}`) ? 'all' : form.all(key)),
    value: (state) => state,
    field: ({ key, state, says, words: { preferences }, options: { inboxes } }) => {
        const gone = state === 'all' ? [] : state.filter((id) => inboxes.every((inbox) => inbox.id !== id));
        const listed = [
            ...inboxes.map(({ id, name, number }) => ({ id, label: `${name} (${number})` })),
            ...gone.map((id) => ({ id, label: id }))
        ];
        return html`<div role="group" aria-label="${says.label}" id="group-${key}">
            <p class="group-name">${says.label}</p>
            <p class="help">${says.help}</p>
            ${checkbox(`all-${key}`, preferences.inboxes.all, state === 'all')}
            ${listed.length > 0 && html`<p>${preferences.inboxes.some}</p>`}
            ${listed.map(({ id, label }) => checkbox(key, label, state === 'all' || state.includes(id), { value: id }))}
        </div>`;
    },
    anchor: (key) => `group-${key}`
};
