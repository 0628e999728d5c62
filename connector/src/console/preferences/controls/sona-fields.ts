import { html, type Markup } from '../../../web/html.ts';
import { button, field, select, type Choice } from '../../ui/components.ts';
import { readRows, type Control, type FieldView } from './control.ts';
import { labelOf } from './org-field.ts';

/** Empty rows that wait to be filled in. */
const SPARE = 1;

export const sonaFieldsControl: Control<'sona-fields'> = {
    isWide: true,
    fill: (value = []) => value.map(({ job, question, field: name }) => ({ job, question, field: name })),
    read: (form, key) => readRows(form, key, ['job', 'question', 'field']),
    value: (state) => state,
    field: sonaFields
};

function dataList(id: string, values: readonly string[]): Markup {
    return html`<datalist id="${id}">
        ${[...new Set(values)].map((value) => html`<option value="${value}"></option>`)}
    </datalist>`;
}

/** Which answer given to Sona goes to which field, a row each. */
function sonaFields(view: FieldView<'sona-fields'>): Markup {
    const { key, state, options, faultAt, spare, words, says: preference } = view;
    const { sona: says } = words.preferences.form;
    const { fields, questions } = options;
    const choices: readonly Choice[] = (fields?.sona ?? []).map((one) => ({
        value: one.name,
        label: labelOf(one, words)
    }));
    const empty = Array.from({ length: SPARE + spare.answers }, () => ({ job: '', question: '', field: '' }));
    const text = (n: number, column: 'job' | 'question', value: string): Markup => {
        const name = `${key}.${n}.${column}`;
        return field({ name, label: says[column], value, list: `known-${column}`, fault: faultAt(name) });
    };
    const target = (n: number, chosen: string): Markup => {
        const name = `${key}.${n}.field`;
        if (choices.length === 0) return field({ name, label: says.field, value: chosen, fault: faultAt(name) });
        const gone =
            chosen === '' || choices.some(({ value }) => value === chosen) ? [] : [{ value: chosen, label: chosen }];
        const offered = [{ value: '', label: says.choose }, ...gone, ...choices];
        return select(name, says.field, offered, chosen, { fault: faultAt(name) });
    };
    return html`<div role="group" aria-label="${preference.label}" class="group" id="group-${key}">
        <p class="group-name">${preference.label}</p>
        <p class="help">${preference.help} ${questions.length > 0 && says.known}</p>
        ${[...state, ...empty].map(
            (row, n) =>
                html`<div class="columns" role="group" aria-label="${says.row({ n: n + 1 })}">
                    ${text(n, 'job', row.job)} ${text(n, 'question', row.question)} ${target(n, row.field)}
                </div>`
        )}
        ${dataList(
            'known-job',
            questions.map(({ job }) => job)
        )}
        ${dataList(
            'known-question',
            questions.map(({ question }) => question)
        )}
        <p class="help">${says.hint}</p>
        ${button(says.more, 'neutral', 'more-answers')}
    </div>`;
}
