import type { FillableField } from '../../../application/preferences/model.ts';
import { ACTIVITY_KINDS } from '../../../domain/records/field-defaults.ts';
import { html, type Markup } from '../../../web/html.ts';
import { button, field, select, type Choice } from '../../ui/components.ts';
import { notEmpty, readRows, type Control, type DefaultRow, type FieldView } from './control.ts';

/** Empty rows that wait to be filled in. */
const SPARE = 1;

export const fieldDefaultsControl: Control<'field-defaults'> = {
    isWide: true,
    fill: (value = []) =>
        value.map(({ field: name, value: chosen, on = '' }) => ({ field: name, value: String(chosen), on })),
    read: (form, key) => readRows(form, key, ['field', 'value', 'on']).filter(isFilledIn),
    // The value is given its type where the field is known.
    value: (state) => state.map(({ on, ...row }) => ({ ...row, ...notEmpty({ on }) })),
    field: fieldDefaults
};

/** A row of which only the kind was chosen says nothing. */
function isFilledIn({ field: name, value }: DefaultRow): boolean {
    return name !== '' || value !== '';
}

/** Which field gets which value, a row each. */
function fieldDefaults(view: FieldView<'field-defaults'>): Markup {
    const { key, entry, state, options, spare, words, says: preference } = view;
    const { defaults: says } = words.preferences.form;
    const fields = options.fields?.fillable[entry.object] ?? [];
    const empty = Array.from({ length: SPARE + spare.defaults }, () => ({ field: '', value: '', on: '' }));
    const missing = fields.filter(({ name, isRequired }) => isRequired && !state.some((row) => row.field === name));
    return html`<div role="group" aria-label="${preference.label}" class="group" id="group-${key}" tabindex="-1">
        <p class="group-name">${preference.label}</p>
        <p class="help">${preference.help}</p>
        ${
            missing.length > 0 &&
            html`<p class="help">${says.required({ fields: missing.map(({ label }) => label).join(', ') })}</p>`
        }
        ${[...state, ...empty].map(
            (row, n) =>
                html`<div
                    class="columns ${entry.object === 'Lead' && 'two'}"
                    role="group"
                    aria-label="${says.row({ n: n + 1 })}"
                >
                    ${fieldSelect(view, fields, row, n)} ${valueField(view, fields, row, n)}
                    ${entry.object === 'Task' && kindSelect(view, row, n)}
                </div>`
        )}
        <p class="help">${says.hint}</p>
        ${button(says.more, 'neutral', 'more-defaults')}
    </div>`;
}

function fieldSelect(
    { key, words, faultAt }: FieldView<'field-defaults'>,
    fields: readonly FillableField[],
    row: DefaultRow,
    n: number
): Markup {
    const { defaults: says } = words.preferences.form;
    const name = `${key}.${n}.field`;
    if (fields.length === 0) return field({ name, label: says.field, value: row.field, fault: faultAt(name) });
    const choiceOf = ({ name: value, label }: FillableField): Choice => ({ value, label: `${label} (${value})` });
    const [required, others] = [true, false].map((is) => fields.filter(({ isRequired }) => isRequired === is));
    const isGone = row.field !== '' && !fields.some((one) => one.name === row.field);
    const ungrouped = [{ value: '', label: says.choose }, ...(isGone ? [{ value: row.field, label: row.field }] : [])];
    const groups = [
        { label: says.requiredOnes, choices: (required ?? []).map(choiceOf) },
        { label: says.others, choices: (others ?? []).map(choiceOf) }
    ].filter(({ choices }) => choices.length > 0);
    return select(name, says.field, ungrouped, row.field, { fault: faultAt(name), groups });
}

/** A list where the field has one; the values of a field that was just chosen show once the page comes back. */
function valueField(
    { key, words, faultAt }: FieldView<'field-defaults'>,
    fields: readonly FillableField[],
    row: DefaultRow,
    n: number
): Markup {
    const { defaults: says } = words.preferences.form;
    const name = `${key}.${n}.value`;
    const shape = fields.find((one) => one.name === row.field)?.shape;
    const listed =
        shape?.type === 'boolean'
            ? [
                  { value: 'true', label: says.yes },
                  { value: 'false', label: says.no }
              ]
            : shape?.type === 'picklist'
              ? (shape.values ?? [])
              : [];
    const help = { date: says.days, datetime: says.moments, reference: says.record }[shape?.type ?? ''];
    if (listed.length === 0) return field({ name, label: says.value, value: row.value, help, fault: faultAt(name) });
    const isListed = row.value === '' || listed.some(({ value }) => value === row.value);
    const kept = isListed ? [] : [{ value: row.value, label: row.value }];
    const offered = [{ value: '', label: says.chooseValue }, ...kept, ...listed];
    return select(name, says.value, offered, row.value, { fault: faultAt(name) });
}

function kindSelect({ key, words }: FieldView<'field-defaults'>, { on }: DefaultRow, n: number): Markup {
    const { defaults: says } = words.preferences.form;
    const offered = ['', ...ACTIVITY_KINDS].map((value) => ({ value, label: says.kinds[value] ?? value }));
    return select(`${key}.${n}.on`, says.kind, offered, on);
}
