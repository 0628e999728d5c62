import { rows } from './answers.ts';
import type { Call } from './point.ts';

export interface Org {
    readonly edition: string;
    readonly isSandbox: boolean;
    /** A sandbox, a scratch org, a trial or a Developer Edition: nobody's business runs there. */
    readonly isForTrying: boolean;
}

/** What kind of org this is. @throws {Error} when it cannot be asked */
export async function readOrg(call: Call): Promise<Org> {
    const [org] = await rows({ call }, 'SELECT OrganizationType, IsSandbox FROM Organization');
    if (!org) throw new Error('The org does not answer what it is: the login has ended, or it has no API.');
    const edition = String(org['OrganizationType']);
    const isSandbox = org['IsSandbox'] === true;
    return { edition, isSandbox, isForTrying: isSandbox || edition === 'Developer Edition' };
}
