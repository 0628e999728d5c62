import { refused } from '../../org-error.ts';
import type { Row } from '../../records/row.ts';
import type { ObjectRules } from './object-rules.ts';
import { assignProfileSet } from '../../access/profile-sets.ts';
import { parentRow } from '../references.ts';

/** The compound name: Salutation is not part of it, and a first name alone is possible for users of an import. */
export function personName(next: Row): Row {
    const parts = [next.FirstName, next.MiddleName, next.LastName, next.Suffix];
    return { Name: parts.filter((part) => typeof part === 'string').join(' ') };
}

const NAME_PARTS = ['FirstName', 'MiddleName', 'LastName', 'Suffix'];

function renamed(changed: Row): boolean {
    return NAME_PARTS.some((part) => part in changed);
}

export const contactRules: ObjectRules = {
    derive: ({ next, previous, changed }) => ({
        ...(renamed(changed) ? personName(next) : {}),
        ...(previous ? {} : { IsEmailBounced: false })
    })
};

export const leadRules: ObjectRules = {
    derive: ({ next, previous, changed }) => {
        if (previous?.IsConverted === true) {
            throw refused('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', []);
        }
        return {
            ...(renamed(changed) ? personName(next) : {}),
            ...(previous ? {} : { IsConverted: next.IsConverted === true, IsUnreadByOwner: next.IsConverted !== true })
        };
    }
};

export const userRules: ObjectRules = {
    // What kind of user somebody is follows from the profile.
    derive: ({ state, next, previous, changed }) => ({
        ...personName(next),
        ...(previous && !('ProfileId' in changed)
            ? {}
            : { UserType: parentRow(state, next.ProfileId)?.UserType ?? 'Standard' })
    }),
    afterSave: ({ state, next, previous }) => {
        if (previous?.ProfileId !== next.ProfileId) assignProfileSet(state, next);
    }
};
