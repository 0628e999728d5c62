import type { OrgUser } from '../../domain/workspace.ts';
import type { CurrentPreferences, PreferenceOptions } from '../../application/preferences/model.ts';
import type { FaultAt } from './fault-text.ts';
import { SWITCHES, type FormState, type TextKey } from './preferences-form.ts';
import { html, type Markup } from '../../web/html.ts';
import { checkbox, described, element, field, select, type Choice } from '../ui/components.ts';
import type { Words } from '../../locales/catalogue.ts';
import { phoneFields, sonaFields } from './field-choosers.ts';
import { filterFields } from './filter-fields.ts';
import { active, choice, isTooMany, pairingFields, userList } from './pairing-fields.ts';

type Says = Words['choose'];

/** A form of preferences in whatever state somebody left it. */
export interface FormView {
    readonly chosen: CurrentPreferences;
    readonly offers: PreferenceOptions;
    readonly filled: FormState;
    readonly faultAt: FaultAt;
    /** Empty rows beyond the usual one. */
    readonly spare: { readonly answers: number; readonly conditions: number };
}

/** The fields of every preference; `readFilled` reads them. */
export function preferenceFields(view: FormView, words: Words): Markup {
    const { choose: says, forms } = words;
    const { filled, offers, faultAt, spare } = view;
    const part = (id: string, title: string, content: Markup): Markup =>
        html`<fieldset id="${id}" ${view.chosen.isFixed && html`disabled`}>
            <legend>${title}</legend>
            ${content}
        </fieldset>`;
    return html`${userList(offers.orgUsers)} ${part('what', says.groups.what, whatFields(view, says))}
        ${part('how', says.groups.how, howFields(view, says))} ${part('who', says.groups.who, whoFields(view, words))}
        ${part('users', forms.pairing.title, pairingFields(filled, offers, faultAt, words))}
        ${part('sona-fields', says.groups.sona, sonaFields(filled, offers, faultAt, spare.answers, words))}
        ${part(
            'quo',
            says.groups.quo,
            html`${quoFields(view, says)} ${filterFields(filled, offers, faultAt, spare.conditions, words)}`
        )}
        <fieldset id="keeping">
            <legend>${says.groups.keeping}</legend>
            ${keepingFields(view, says)}
        </fieldset>`;
}

function whatFields({ filled, offers: { inboxes } }: FormView, says: Says): Markup {
    const isChosen = (id: string): boolean => filled.inboxes === 'all' || filled.inboxes.includes(id);
    const gone =
        filled.inboxes === 'all' ? [] : filled.inboxes.filter((id) => inboxes.every((inbox) => inbox.id !== id));
    const listed = [
        ...inboxes.map(({ id, name, number }) => ({ id, label: `${name} (${number})` })),
        ...gone.map((id) => ({ id, label: id }))
    ];
    return html`<div role="group" aria-label="${says.label.inboxes}" id="group-inboxes">
            <p class="group-name">${says.label.inboxes}</p>
            <p class="help">${says.help.inboxes}</p>
            ${checkbox('all-inboxes', says.label.allInboxes, filled.inboxes === 'all')}
            ${listed.length > 0 && html`<p>${says.label.someInboxes}</p>`}
            ${listed.map(({ id, label }) => checkbox('inboxes', label, isChosen(id), { value: id }))}
        </div>
        <div class="fields">
            ${SWITCHES.map((name) => checkbox(name, says.label[name], filled.switches.has(name), { help: says.help[name] }))}
        </div>`;
}

function choices(says: Says, values: readonly (keyof Says['options'])[]): readonly Choice[] {
    return values.map((value) => ({ value, label: says.options[value] }));
}

type Labelled = TextKey & keyof Says['label'] & keyof Says['help'];

function text(
    { filled, faultAt }: FormView,
    { label, help }: Says,
    name: Labelled,
    more: { type?: 'number'; isDisabled?: boolean } = {}
): Markup {
    return field({
        name,
        label: label[name],
        help: help[name],
        value: filled.texts[name],
        fault: faultAt(name),
        ...more
    });
}

function options(
    { filled, faultAt }: FormView,
    says: Says,
    name: Labelled,
    values: readonly (keyof Says['options'])[]
): Markup {
    const { label, help } = says;
    const chosen = filled.texts[name] ?? '';
    return select(name, label[name], choices(says, values), chosen, { help: help[name], fault: faultAt(name) });
}

function howFields(view: FormView, says: Says): Markup {
    return html`<div class="fields">
        ${options(view, says, 'language', ['fr', 'en'])} ${text(view, says, 'timeZone')}
        ${text(view, says, 'defaultRegion')}
    </div>`;
}

function whoFields(view: FormView, words: Words): Markup {
    const { choose: says } = words;
    const { filled, offers, faultAt } = view;
    const { label, help } = says;
    const ignored = html`<textarea
        class="slds-textarea"
        id="field-ignoredNumbers"
        name="ignoredNumbers"
        rows="3"
        ${described('field-ignoredNumbers', help.ignoredNumbers, faultAt('ignoredNumbers'))}
    >
${filled.ignoredNumbers}</textarea>`;
    const owner = (name: string, title: string, chosen: string, nobody: string, hint?: string): Markup =>
        ownerField({ name, title, chosen, nobody, help: hint, users: offers.orgUsers, fault: faultAt(name) });
    return html`<div class="fields">
            ${options(view, says, 'unknownCallers', ['none', 'lead'])} ${text(view, says, 'leadSource')}
            ${text(view, says, 'leadMinSeconds', { type: 'number' })}
            ${options(view, says, 'opportunities', ['never', 'only-open', 'most-recent'])}
            ${element({
                id: 'field-ignoredNumbers',
                label: label.ignoredNumbers,
                control: ignored,
                help: help.ignoredNumbers,
                fault: faultAt('ignoredNumbers')
            })}
            ${owner('fallbackOwner', label.fallbackOwner, filled.texts.fallbackOwner ?? '', label.noOwner, help.fallbackOwner)}
            ${offers.inboxes.map(({ id, name }) =>
                owner(
                    `inboxOwners.${id}`,
                    label.inboxOwner({ inbox: name }),
                    filled.inboxOwners[id] ?? '',
                    label.sameOwner
                )
            )}
        </div>
        ${phoneFields(filled, offers, faultAt, words)}`;
}

interface OwnerField {
    readonly name: string;
    readonly title: string;
    readonly chosen: string;
    readonly nobody: string;
    readonly users: readonly OrgUser[];
    readonly help?: string | undefined;
    readonly fault?: string | undefined;
}

/** Owners are kept as an id or an email; one that the org does not have (any more) stays visible. */
function ownerField({ name, title, chosen, nobody, users, help, fault }: OwnerField): Markup {
    if (isTooMany(users)) {
        const email = users.find(({ id }) => id === chosen)?.email ?? chosen;
        return field({ name, label: title, value: email, help: help ?? nobody, fault, list: 'org-users' });
    }
    const offered = active(users);
    const found = offered.find(({ id, email }) => id === chosen || email.toLowerCase() === chosen.toLowerCase());
    const left = users.find(({ id }) => id === chosen);
    const label = left === undefined ? chosen : `${left.name} (${left.email})`;
    const gone = chosen !== '' && found === undefined ? [{ value: chosen, label }] : [];
    const listed = [{ value: '', label: nobody }, ...gone, ...offered.map(choice)];
    return select(name, title, listed, found?.id ?? chosen, { help, fault });
}

function quoFields(view: FormView, says: Says): Markup {
    return html`<div class="fields">
        ${options(view, says, 'syncContacts', ['off', 'on-call', 'full'])} ${text(view, says, 'contactOwnerField')}
    </div>`;
}

function keepingFields(view: FormView, says: Says): Markup {
    const { label, help } = says;
    const isDisabled = view.chosen.isFixed;
    const needsSignIn = view.filled.recordingsNeedSignIn;
    return html`<div class="fields">
            ${text(view, says, 'directoryRefreshSeconds', { type: 'number', isDisabled })}
            ${text(view, says, 'apiBudget', { type: 'number', isDisabled })}
            ${text(view, says, 'retentionDays', { type: 'number' })}
        </div>
        ${checkbox('recordingsNeedSignIn', label.recordingsNeedSignIn, needsSignIn, { help: help.recordingsNeedSignIn })}`;
}
