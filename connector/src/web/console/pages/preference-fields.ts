import type { Preferences } from '../../../domain/preferences/preferences.ts';
import type { OrgUser } from '../../../domain/workspace.ts';
import type { Chosen, Offers } from '../../../pipeline/ports/console-choose.ts';
import { html, type Markup } from '../../html.ts';
import { checkbox, field, select, type Choice } from '../parts.ts';
import type { Words } from '../words/words.ts';

type Says = Words['choose'];

/** What is rarely changed, and has no field of its own on the page. */
export const AS_JSON = ['phoneFields', 'sonaFields', 'contactFilter'] as const;

/** The fields of every preference; `readPreferenceForm` reads them. */
export function preferenceFields(chosen: Chosen, offers: Offers, { choose: says }: Words): Markup {
    const { preferences: now, isFixed } = chosen;
    const part = (title: string, content: Markup): Markup =>
        html`<fieldset ${isFixed && html`disabled`}>
            <legend>${title}</legend>
            ${content}
        </fieldset>`;
    return html`${part(says.groups.what, whatFields(now, offers, says))} ${part(says.groups.how, howFields(now, says))}
        ${part(says.groups.who, whoFields(now, offers, says))} ${part(says.groups.quo, quoFields(now, says))}
        <fieldset>
            <legend>${says.groups.keeping}</legend>
            ${keepingFields(chosen, says)}
        </fieldset>`;
}

const SWITCHES = [
    'logCalls',
    'logMessages',
    'recordings',
    'summaries',
    'transcripts',
    'sona',
    'internalCalls'
] as const;

function whatFields(now: Preferences, { inboxes }: Offers, says: Says): Markup {
    const isChosen = (id: string): boolean => now.inboxes === 'all' || now.inboxes.includes(id);
    const gone = now.inboxes === 'all' ? [] : now.inboxes.filter((id) => inboxes.every((inbox) => inbox.id !== id));
    const listed = [
        ...inboxes.map(({ id, name, number }) => ({ id, label: `${name} (${number})` })),
        ...gone.map((id) => ({ id, label: id }))
    ];
    return html`<div role="group" aria-label="${says.label.inboxes}">
            <p class="group-name">${says.label.inboxes}</p>
            <p class="help">${says.help.inboxes}</p>
            ${checkbox('all-inboxes', says.label.allInboxes, now.inboxes === 'all')}
            ${listed.length > 0 && html`<p>${says.label.someInboxes}</p>`}
            ${listed.map(({ id, label }) => checkbox('inboxes', label, isChosen(id), { value: id }))}
        </div>
        ${SWITCHES.map((name) => checkbox(name, says.label[name], now[name], { help: says.help[name] }))}`;
}

function choices(says: Says, values: readonly (keyof Says['options'])[]): readonly Choice[] {
    return values.map((value) => ({ value, label: says.options[value] }));
}

function howFields(now: Preferences, says: Says): Markup {
    return html`${select('language', says.label.language, choices(says, ['fr', 'en']), now.language, { help: says.help.language })}
    ${field({ name: 'timeZone', label: says.label.timeZone, help: says.help.timeZone, value: now.timeZone })}
    ${field({ name: 'defaultRegion', label: says.label.defaultRegion, help: says.help.defaultRegion, value: now.defaultRegion })}`;
}

function whoFields(now: Preferences, offers: Offers, says: Says): Markup {
    const { label, help } = says;
    const opportunities = choices(says, ['never', 'only-open', 'most-recent']);
    return html`${select('unknownCallers', label.unknownCallers, choices(says, ['none', 'lead']), now.unknownCallers, { help: help.unknownCallers })}
        ${field({ name: 'leadSource', label: label.leadSource, help: help.leadSource, value: now.leadSource })}
        ${select('opportunities', label.opportunities, opportunities, now.opportunities, { help: help.opportunities })}
        <div class="slds-form-element">
            <label class="slds-form-element__label" for="ignored">${label.ignoredNumbers}</label>
            <textarea class="slds-textarea" id="ignored" name="ignoredNumbers" rows="3" aria-describedby="ignored-help">
${now.ignoredNumbers.join('\n')}</textarea>
            <p class="help" id="ignored-help">${help.ignoredNumbers}</p>
        </div>
        ${owner('fallbackOwner', label.fallbackOwner, now.fallbackOwner, offers.orgUsers, label.noOwner, help.fallbackOwner)}
        ${offers.inboxes.map(({ id, name }) =>
            owner(`inboxOwner-${id}`, label.inboxOwner(name), now.inboxOwners[id], offers.orgUsers, label.sameOwner)
        )}`;
}

/** Owners are kept as an id or an email; one that the org does not have (any more) stays visible. */
function owner(
    name: string,
    label: string,
    chosen: string | undefined,
    users: readonly OrgUser[],
    nobody: string,
    help?: string
): Markup {
    const active = users.filter(({ isActive }) => isActive);
    const found = active.find(({ id, email }) => id === chosen || email.toLowerCase() === chosen?.toLowerCase());
    const value = found?.id ?? chosen ?? '';
    const stranger = chosen !== undefined && found === undefined ? [{ value: chosen, label: chosen }] : [];
    const named = active.map((user) => ({ value: user.id, label: `${user.name} (${user.email})` }));
    return select(name, label, [{ value: '', label: nobody }, ...stranger, ...named], value, {
        ...(help !== undefined && { help })
    });
}

function quoFields(now: Preferences, says: Says): Markup {
    const { label, help } = says;
    return html`${select('syncContacts', label.syncContacts, choices(says, ['off', 'on-call', 'full']), now.syncContacts, { help: help.syncContacts })}
    ${field({ name: 'contactOwnerField', label: label.contactOwnerField, help: help.contactOwnerField, value: now.contactOwnerField })}`;
}

function keepingFields({ preferences: now, isFixed, ...kept }: Chosen, { label, help }: Says): Markup {
    const rare = Object.fromEntries(AS_JSON.flatMap((key) => (now[key] === undefined ? [] : [[key, now[key]]])));
    const number = (name: 'directoryRefreshSeconds' | 'apiBudget', value: number | undefined): Markup =>
        field({
            name,
            label: label[name],
            help: help[name],
            type: 'number',
            value: value === undefined ? '' : String(value),
            isDisabled: isFixed
        });
    return html`${number('directoryRefreshSeconds', now.directoryRefreshSeconds)} ${number('apiBudget', now.apiBudget)}
        ${field({ name: 'retentionDays', label: label.retentionDays, help: help.retentionDays, type: 'number', value: String(kept.retentionDays) })}
        ${checkbox('recordingsNeedSignIn', label.recordingsNeedSignIn, kept.recordingsNeedSignIn, { help: help.recordingsNeedSignIn })}
        <div class="slds-form-element">
            <label class="slds-form-element__label" for="more">${label.more}</label>
            <textarea
                class="slds-textarea"
                id="more"
                name="more"
                rows="4"
                aria-describedby="more-help"
                ${isFixed && html`disabled`}
            >
${JSON.stringify(rare, null, 2)}</textarea>
            <p class="help" id="more-help">${help.more}</p>
        </div>`;
}
