import type { OrgUser } from '../../../domain/workspace.ts';
import type { Markup } from '../../../web/html.ts';
import { field, select } from '../../ui/components.ts';
import { notEmpty, readByInbox, type Control } from './control.ts';
import type { OrgQueue } from '../../../contracts/org-administration.ts';
import { active, choice, isTooMany } from './org-users.ts';

export const ownerControl: Control<'owner'> = {
    fill: (value = '') => value,
    read: (form, key, now, { orgUsers }) => asChosen(form.text(key), now, orgUsers),
    value: (state) => state || undefined,
    field: ({ key, entry, state, says, words, options, faultAt }) =>
        ownerField({
            name: key,
            title: says.label,
            chosen: state,
            nobody: entry.offersQueues === true ? words.preferences.owners.credited : words.preferences.owners.nobody,
            users: options.orgUsers,
            queues: {
                title: words.preferences.owners.queues,
                list: entry.offersQueues === true ? (options.orgQueues ?? []) : []
            },
            help: says.help,
            fault: faultAt(key)
        })
};

export const inboxOwnersControl: Control<'inbox-owners'> = {
    fill: (value = {}) => value,
    read: (form, key, now, options) =>
        Object.fromEntries(
            Object.entries(readByInbox(form, key, now, options)).map(([id, typed]) => [
                id,
                asChosen(typed, now[id] ?? '', options.orgUsers)
            ])
        ),
    value: notEmpty,
    field: ({ key, state, words: { preferences }, options, faultAt }) =>
        options.inboxes.map(({ id, name }) =>
            ownerField({
                name: `${key}.${id}`,
                title: preferences.owners.ofInbox({ inbox: name }),
                chosen: state[id] ?? '',
                nobody: preferences.owners.sameAsAbove,
                users: options.orgUsers,
                fault: faultAt(`${key}.${id}`)
            })
        )
};

/** In a large org whoever was chosen is shown by email; what is sent back as it was shown was not chosen anew. */
function asChosen(typed: string, now: string, users: readonly OrgUser[]): string {
    return users.find(({ id }) => id === now)?.email === typed ? now : typed;
}

interface OwnerField {
    readonly name: string;
    readonly title: string;
    readonly chosen: string;
    readonly nobody: string;
    readonly users: readonly OrgUser[];
    readonly queues?: { readonly title: string; readonly list: readonly OrgQueue[] };
    readonly help?: string | undefined;
    readonly fault?: string | undefined;
}

/** Owners are kept as an id or an email; one that the org does not have (any more) stays visible. */
function ownerField({ name, title, chosen, nobody, users, queues, help, fault }: OwnerField): Markup {
    const queue = queues?.list.find(({ id }) => id === chosen);
    if (isTooMany(users)) {
        const value = users.find(({ id }) => id === chosen)?.email ?? queue?.name ?? chosen;
        return field({ name, label: title, value, help: help ?? nobody, fault, list: 'org-users' });
    }
    const offered = active(users);
    const found = offered.find(({ id, email }) => id === chosen || email.toLowerCase() === chosen.toLowerCase());
    const left = users.find(({ id }) => id === chosen);
    const label = left === undefined ? chosen : `${left.name} (${left.email})`;
    const gone = chosen !== '' && found === undefined && queue === undefined ? [{ value: chosen, label }] : [];
    const listed = [{ value: '', label: nobody }, ...gone, ...offered.map(choice)];
    const choices = (queues?.list ?? []).map(({ id, name: label }) => ({ value: id, label }));
    const groups = queues === undefined || choices.length === 0 ? [] : [{ label: queues.title, choices }];
    return select(name, title, listed, found?.id ?? chosen, { help, fault, groups });
}
