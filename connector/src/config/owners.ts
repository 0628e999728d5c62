import { isRecordId, isSameRecord, recordPart } from '../domain/record-id.ts';

/** Somebody who came through Salesforce. */
interface Somebody {
    readonly userId: string;
    readonly organizationId: string;
    readonly username: string;
}

/** One person to whom the deployment belongs. */
export interface Owner {
    is(somebody: Somebody): boolean;
}

/**
 * Reads `OWNERS`: users of Salesforce, each as `<organization id>/<username>` or `<organization id>/<user id>`.
 *
 * The org is part of it: a sandbox is a copy in which every user has the id that they have in production, and whoever
 * looks after the sandbox may become any of them.
 */
export function readOwners(text: string): readonly Owner[] {
    return parts(text).map((entry) => {
        const [organization = '', user = ''] = split(entry);
        const isUser = ({ userId, username }: Somebody): boolean =>
            isRecordId(user) ? isSameRecord(userId, user) : username.toLowerCase() === user.toLowerCase();
        return {
            is: (somebody) => recordPart(somebody.organizationId) === recordPart(organization) && isUser(somebody)
        };
    });
}

/** What is wrong with such a list; `undefined`: nothing. */
export function ownersFault(text: string): string | undefined {
    const faulty = parts(text).find((entry) => {
        const [organization = '', user = ''] = split(entry);
        const isUser = isRecordId(user) ? user.startsWith('005') : /^[^\s/@]+@[^\s/@]+$/.test(user);
        return !(isRecordId(organization) && organization.startsWith('00D') && isUser);
    });
    return faulty === undefined ? undefined : `"${faulty}" is not <organization id>/<username or user id>`;
}

function parts(text: string): readonly string[] {
    return text
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '');
}

function split(entry: string): readonly string[] {
    const slash = entry.indexOf('/');
    return [entry.slice(0, slash), entry.slice(slash + 1)];
}
