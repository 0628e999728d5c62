import { html, type Markup } from '../../../web/html.ts';
import { checkbox } from '../../ui/components.ts';
import { PEOPLE, type Control, type FieldView } from './control.ts';
import { labelOf } from './org-field.ts';

export const phoneFieldsControl: Control<'phone-fields'> = {
    isWide: true,
    fill: ({ Contact = [], Lead = [], Account = [] } = {}) => ({ Contact, Lead, Account }),
    read: (form, key) => ({
        Contact: form.all(`${key}.Contact`),
        Lead: form.all(`${key}.Lead`),
        Account: form.all(`${key}.Account`)
    }),
    value: (state) => Object.fromEntries(Object.entries(state).filter(([, names]) => names.length > 0)),
    field: phoneFields,
    anchor: (key) => `group-${key}`
};

/** The org's own phone fields, to be ticked. */
function phoneFields({ key, state, says: preference, options, faultAt, words }: FieldView<'phone-fields'>): Markup {
    const { phones: says } = words.preferences.form;
    const { fields } = options;
    const fault = faultAt(key);
    const lists = PEOPLE.map((object) => {
        const offered = fields?.phones[object] ?? [];
        const gone = state[object].filter((name) => !offered.some((one) => one.name === name));
        return {
            object,
            ticks: [
                ...offered.map((one) => ({ name: one.name, label: labelOf(one, words) })),
                ...gone.map((name) => ({ name, label: fields === undefined ? name : says.gone({ field: name }) }))
            ]
        };
    }).filter(({ ticks }) => ticks.length > 0);
    return html`<div role="group" aria-label="${preference.label}" id="group-${key}" class="group" tabindex="-1">
        <p class="group-name">${preference.label}</p>
        <p class="help">${preference.help}</p>
        ${fault !== undefined && html`<p class="slds-form-element__help fault">${fault}</p>`}
        ${lists.length === 0 && html`<p class="quiet">${fields === undefined ? says.unknown : says.none}</p>`}
        ${lists.map(
            ({ object, ticks }) =>
                html`<p class="sub">${says.objects[object]}</p>
                    ${ticks.map(({ name, label }) =>
                        checkbox(`${key}.${object}`, label, state[object].includes(name), { value: name })
                    )}`
        )}
    </div>`;
}
