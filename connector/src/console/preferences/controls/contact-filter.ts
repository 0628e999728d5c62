import type { FilterField } from '../../../domain/quo-contacts/filter.ts';
import type { PreferenceOptions } from '../../../application/preferences/model.ts';
import { html, type Markup } from '../../../web/html.ts';
import { button, checkbox, field, select, type Choice } from '../../ui/components.ts';
import type { Words } from '../../../locales/catalogue.ts';
import { PEOPLE, readRows, type Control, type FieldView, type FilterState } from './control.ts';
import { active, choice, formerChoice } from './org-users.ts';

export const FILTER_FIELDS = [
    'company',
    'title',
    'email',
    'lastName',
    'accountId',
    'ownerName'
] as const satisfies readonly FilterField[];

export const contactFilterControl: Control<'contact-filter'> = {
    isWide: true,
    fill: ({ objects = [], owners = [], fields = {} } = {}) => ({
        objects,
        owners,
        rows: Object.entries(fields).flatMap(([name, values]) => values.map((value) => ({ field: name, value })))
    }),
    read: (form, key) => ({
        objects: form.all(`${key}.objects`),
        owners: form.all(`${key}.owners`).filter((owner) => owner !== ''),
        rows: readRows(form, `${key}.rows`, ['field', 'value'])
    }),
    value: filterOf,
    field: filterFields,
    anchor: (key) => `group-${key}`
};

function filterOf({ objects, owners, rows }: FilterState): unknown {
    const fields = Map.groupBy(rows, ({ field: name }) => name);
    const values = [...fields].map(([name, some]) => [name, some.map(({ value }) => value)] as const);
    const isEmpty = objects.length + owners.length + values.length === 0;
    if (isEmpty) return undefined;
    return {
        ...(objects.length > 0 && { objects }),
        ...(owners.length > 0 && { owners }),
        ...(values.length > 0 && { fields: Object.fromEntries(values) })
    };
}

/** Whom a run over everybody takes: kinds of records, owners, and conditions on fields. */
function filterFields(view: FieldView<'contact-filter'>): Markup {
    const { key, state: filter, options, faultAt, words, says: preference } = view;
    const { filter: says } = words.preferences.form;
    const { orgUsers, fields: known } = options;
    const spare = view.spare.conditions;
    const fault = faultAt(key);
    const owners = [...filter.owners, ...Array.from({ length: 1 + spare }, () => '')];
    return html`<div role="group" aria-label="${preference.label}" class="group" id="group-${key}" tabindex="-1">
        <p class="group-name">${preference.label}</p>
        <p class="help">${preference.help}</p>
        ${fault !== undefined && html`<p class="slds-form-element__help fault">${fault}</p>`}
        <p class="sub">${says.objects}</p>
        ${PEOPLE.map((object) =>
            checkbox(`${key}.objects`, says.objectNames[object], filter.objects.includes(object), {
                value: object
            })
        )}
        ${owners.map((owner, n) =>
            select(
                `${key}.owners`,
                says.owners,
                [{ value: '', label: says.anybody }, ...formerChoice(owner, orgUsers), ...active(orgUsers).map(choice)],
                owner,
                { id: `field-${key}.owners.${n}` }
            )
        )}
        <p class="sub">${says.conditions}</p>
        ${conditions(key, filter.rows, 1 + spare, known?.filter ?? [], words)}
        <p class="help">${says.several}</p>
        ${button(says.more, 'neutral', 'more-conditions')}
    </div>`;
}

function conditions(
    key: string,
    typed: FilterState['rows'],
    spare: number,
    known: NonNullable<PreferenceOptions['fields']>['filter'],
    words: Words
): readonly Markup[] {
    const { filter: says } = words.preferences.form;
    const rows = [...typed, ...Array.from({ length: spare }, () => ({ field: '', value: '' }))];
    const common = FILTER_FIELDS.map((value) => ({ value, label: says.fields[value] }));
    const others = known.map(({ name, label, objects }) => ({
        value: name,
        label: `${label} (${name}: ${objects.map((object) => says.objectNames[object]).join(', ')})`
    }));
    const unknown = (name: string): readonly Choice[] =>
        name === '' || [...common, ...others].some(({ value }) => value === name) ? [] : [{ value: name, label: name }];
    return rows.map(
        (row, n) =>
            html`<div class="columns two" role="group" aria-label="${says.row({ n: n + 1 })}">
                ${select(
                    `${key}.rows.${n}.field`,
                    says.field,
                    [{ value: '', label: says.choose }, ...common, ...unknown(row.field)],
                    row.field,
                    { groups: others.length > 0 ? [{ label: says.others, choices: others }] : [] }
                )}
                ${field({ name: `${key}.rows.${n}.value`, label: says.value, value: row.value })}
            </div>`
    );
}
