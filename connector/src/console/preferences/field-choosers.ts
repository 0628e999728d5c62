import type { PreferenceOptions, OrgField } from '../../application/preferences/model.ts';
import type { FaultAt } from './fault-text.ts';
import { PEOPLE, type FormState } from './preferences-form.ts';
import { html, type Markup } from '../../web/html.ts';
import { button, checkbox, field, select, type Choice } from '../ui/components.ts';
import type { Words } from '../../locales/catalogue.ts';

/** Empty rows that wait to be filled in. */
const SPARE = 1;

/** The org's own phone fields, to be ticked. */
export function phoneFields(
    { phoneFields: chosen }: FormState,
    { fields }: PreferenceOptions,
    faultAt: FaultAt,
    words: Words
): Markup {
    const { phones: says } = words.forms;
    const fault = faultAt('phoneFields');
    const lists = PEOPLE.map((object) => {
        const offered = fields?.phones[object] ?? [];
        const gone = chosen[object].filter((name) => !offered.some((one) => one.name === name));
        return {
            object,
            ticks: [
                ...offered.map((one) => ({ name: one.name, label: labelOf(one, words) })),
                ...gone.map((name) => ({ name, label: fields === undefined ? name : says.gone({ field: name }) }))
            ]
        };
    }).filter(({ ticks }) => ticks.length > 0);
    return html`<div role="group" aria-label="${says.title}" id="group-phoneFields" class="group" tabindex="-1">
        <p class="group-name">${says.title}</p>
        <p class="help">${says.intro}</p>
        ${fault !== undefined && html`<p class="slds-form-element__help fault">${fault}</p>`}
        ${lists.length === 0 && html`<p class="quiet">${fields === undefined ? says.unknown : says.none}</p>`}
        ${lists.map(
            ({ object, ticks }) =>
                html`<p class="sub">${says.objects[object]}</p>
                    ${ticks.map(({ name, label }) =>
                        checkbox(`phoneFields.${object}`, label, chosen[object].includes(name), { value: name })
                    )}`
        )}
    </div>`;
}

/** `Needs (Needs__c, text, 255 characters)` */
function labelOf({ label, name, type, length }: OrgField, { forms }: Words): string {
    const known = Object.hasOwn(forms.types, type) ? (forms.types[type] ?? type) : type;
    return forms.field({ label, name, type: length > 0 ? `${known}, ${forms.characters({ n: length })}` : known });
}

function dataList(id: string, values: readonly string[]): Markup {
    return html`<datalist id="${id}">
        ${[...new Set(values)].map((value) => html`<option value="${value}"></option>`)}
    </datalist>`;
}

/** Which answer given to Sona goes to which field, a row each. */
export function sonaFields(
    filled: FormState,
    offers: PreferenceOptions,
    faultAt: FaultAt,
    spare: number,
    words: Words
): Markup {
    const { sona: says } = words.forms;
    const { fields, questions } = offers;
    const choices: readonly Choice[] = (fields?.sona ?? []).map((one) => ({
        value: one.name,
        label: labelOf(one, words)
    }));
    const empty = Array.from({ length: SPARE + spare }, () => ({ job: '', question: '', field: '' }));
    const text = (n: number, column: 'job' | 'question', value: string): Markup => {
        const name = `sonaFields.${n}.${column}`;
        return field({ name, label: says[column], value, list: `known-${column}`, fault: faultAt(name) });
    };
    const target = (n: number, chosen: string): Markup => {
        const name = `sonaFields.${n}.field`;
        if (choices.length === 0) return field({ name, label: says.field, value: chosen, fault: faultAt(name) });
        const gone =
            chosen === '' || choices.some(({ value }) => value === chosen) ? [] : [{ value: chosen, label: chosen }];
        const offered = [{ value: '', label: says.choose }, ...gone, ...choices];
        return select(name, says.field, offered, chosen, { fault: faultAt(name) });
    };
    return html`<div role="group" aria-label="${says.title}" class="group" id="group-sonaFields">
        <p class="group-name">${says.title}</p>
        <p class="help">${says.intro} ${questions.length > 0 && says.known}</p>
        ${[...filled.sonaFields, ...empty].map(
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
