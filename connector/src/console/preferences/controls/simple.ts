import { html } from '../../../web/html.ts';
import { checkbox, described, element, field, select } from '../../ui/components.ts';
import type { Control } from './control.ts';

const readText: Control<'text'>['read'] = (form, key) => form.text(key);

export const switchControl: Control<'switch'> = {
    fill: (value = false) => value,
    read: (form, key) => form.has(key),
    value: (state) => state,
    field: ({ key, state, says, isDisabled }) =>
        checkbox(key, says.label, state, { isDisabled, ...(says.help !== '' && { help: says.help }) })
};

export const choiceControl: Control<'choice'> = {
    fill: (value = '') => value,
    read: readText,
    value: (state) => state || undefined,
    field: ({ key, entry, state, says, faultAt, isDisabled }) => {
        const choices = entry.options.map((value) => ({ value, label: says.options?.[value] ?? value }));
        const unset = entry.default === undefined ? [{ value: '', label: '' }] : [];
        return select(key, says.label, [...unset, ...choices], state, {
            help: says.help,
            fault: faultAt(key),
            isDisabled
        });
    }
};

export const textControl: Control<'text'> = {
    fill: (value = '') => value,
    read: readText,
    value: (state) => state || undefined,
    field: ({ key, state, says, faultAt, isDisabled }) =>
        field({ name: key, label: says.label, help: says.help, value: state, fault: faultAt(key), isDisabled })
};

export const numberControl: Control<'number'> = {
    fill: (value) => (value === undefined ? '' : String(value)),
    read: readText,
    value: (state) => (state === '' ? undefined : Number.isNaN(Number(state)) ? state : Number(state)),
    field: ({ key, state, says, faultAt, isDisabled }) =>
        field({
            name: key,
            type: 'number',
            label: says.label,
            help: says.help,
            value: state,
            fault: faultAt(key),
            isDisabled
        })
};

export const listControl: Control<'list'> = {
    fill: (value = []) => value.join('\n'),
    read: readText,
    value: (state, { format: { tidy = (line) => line.trim() } }) =>
        state
            .split(/[\n,;]+/)
            .map(tidy)
            .filter((line) => line !== ''),
    field: ({ key, state, says, faultAt }) => {
        const { label, help } = says;
        const id = `field-${key}`;
        const fault = faultAt(key);
        const control = html`<textarea
            class="slds-textarea"
            id="${id}"
            name="${key}"
            rows="3"
            ${described(id, help, fault)}
        >
${state}</textarea>`;
        return element({ id, label, control, help, fault });
    },
    anchor: (key) => `field-${key}`
};
