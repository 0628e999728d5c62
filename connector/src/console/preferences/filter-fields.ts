import type { PreferenceOptions } from '../../application/preferences/model.ts';
import type { FaultAt } from './fault-text.ts';
import { FILTER_FIELDS, PEOPLE, type FormState } from './preferences-form.ts';
import { html, type Markup } from '../../web/html.ts';
import { button, checkbox, field, select, type Choice } from '../ui/components.ts';
import type { Words } from '../../locales/catalogue.ts';
import { active, choice, stranger } from './pairing-fields.ts';

/** Whom a run over everybody takes: kinds of records, owners, and conditions on fields. */
export function filterFields(
    { filter }: FormState,
    { orgUsers, fields: known }: PreferenceOptions,
    faultAt: FaultAt,
    spare: number,
    words: Words
): Markup {
    const { filter: says } = words.forms;
    const fault = faultAt('contactFilter');
    const owners = [...filter.owners, ...Array.from({ length: 1 + spare }, () => '')];
    return html`<div role="group" aria-label="${says.title}" class="group" id="group-contactFilter" tabindex="-1">
        <p class="group-name">${says.title}</p>
        <p class="help">${says.intro}</p>
        ${fault !== undefined && html`<p class="slds-form-element__help fault">${fault}</p>`}
        <p class="sub">${says.objects}</p>
        ${PEOPLE.map((object) =>
            checkbox('contactFilter.objects', says.objectNames[object], filter.objects.includes(object), {
                value: object
            })
        )}
        ${owners.map((owner, n) =>
            select(
                'contactFilter.owners',
                says.owners,
                [{ value: '', label: says.anybody }, ...stranger(owner, orgUsers), ...active(orgUsers).map(choice)],
                owner,
                { id: `field-contactFilter.owners.${n}` }
            )
        )}
        <p class="sub">${says.conditions}</p>
        ${conditions(filter.rows, 1 + spare, known?.filter ?? [], words)}
        <p class="help">${says.several}</p>
        ${button(says.more, 'neutral', 'more-conditions')}
    </div>`;
}

type Rows = FormState['filter']['rows'];

function conditions(
    typed: Rows,
    spare: number,
    known: NonNullable<PreferenceOptions['fields']>['filter'],
    words: Words
): readonly Markup[] {
    const { filter: says } = words.forms;
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
                    `contactFilter.rows.${n}.field`,
                    says.field,
                    [{ value: '', label: says.choose }, ...common, ...unknown(row.field)],
                    row.field,
                    { groups: others.length > 0 ? [{ label: says.others, choices: others }] : [] }
                )}
                ${field({ name: `contactFilter.rows.${n}.value`, label: says.value, value: row.value })}
            </div>`
    );
}
