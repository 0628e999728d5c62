import { field } from '../../ui/components.ts';
import { notEmpty, readByInbox, type Control } from './control.ts';

/** A time zone for each inbox; empty: the connection's. */
export const inboxZonesControl: Control<'inbox-zones'> = {
    fill: (value = {}) => value,
    read: readByInbox,
    value: notEmpty,
    field: ({ key, state, words: { preferences }, options, faultAt }) =>
        options.inboxes.map(({ id, name }) =>
            field({
                name: `${key}.${id}`,
                label: preferences.zones.ofInbox({ inbox: name }),
                value: state[id] ?? '',
                help: preferences.zones.sameAsAbove,
                fault: faultAt(`${key}.${id}`)
            })
        )
};
