import { field } from '../../ui/components.ts';
import { notEmpty, readById, type Control } from './control.ts';

/** A time zone for each inbox; empty: the connection's. */
export const inboxZonesControl: Control<'inbox-zones'> = {
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
            field({
                name: `${key}.${id}`,
                label: preferences.zones.ofInbox({ inbox: name }),
                value: state[id] ?? '',
                help: preferences.zones.sameAsAbove,
                fault: faultAt(`${key}.${id}`)
            })
        )
};
