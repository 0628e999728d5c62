import type { OrgUser } from '../../../domain/workspace.ts';
import type { Markup } from '../../../web/html.ts';
import { field, select } from '../../ui/components.ts';
import { notEmpty, readById, type Control } from './control.ts';
import { active, choice, isTooMany } from './org-users.ts';

export const ownerControl: Control<'owner'> = {
    fill: (value = '') => value,
    read: (form, key) => form.text(key),
    value: (state) => state || undefined,
    field: ({ key, state, says, words, offers, faultAt }) =>
        ownerField({
            name: key,
            title: says.label,
            chosen: state,
            nobody: words.preferences.owners.nobody,
            users: offers.orgUsers,
            help: says.help,
            fault: faultAt(key)
        })
};

export const inboxOwnersControl: Control<'inbox-owners'> = {
    fill: (value = {}) => value,
    read: (form, key, now, { inboxes }) =>
        readById(
            form,
            key,
            now,
            inboxes.map(({ id }) => id)
        ),
    value: notEmpty,
    field: ({ key, state, words: { preferences }, offers, faultAt }) =>
        offers.inboxes.map(({ id, name }) =>
            ownerField({
                name: `${key}.${id}`,
                title: preferences.owners.ofInbox({ inbox: name }),
                chosen: state[id] ?? '',
                nobody: preferences.owners.sameAsAbove,
                users: offers.orgUsers,
                fault: faultAt(`${key}.${id}`)
            })
        )
};

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
