import { reasons } from '../org/reasons.ts';
import type { Sf } from '../org/sf.ts';

export interface Login {
    readonly token: string;
    /** Where the org answers. */
    readonly host: string;
}

/**
 * The login that the Salesforce CLI keeps for an org. The token is asked for on its own: `org display` hides it.
 *
 * @throws {Error} when the CLI knows no such org, or cannot renew its login
 */
export async function cliLogin(sf: Sf, alias: string): Promise<Login> {
    const [shown, told] = await Promise.all([
        sf(['org', 'display', '--target-org', alias]),
        sf(['org', 'auth', 'show-access-token', '--target-org', alias, '--no-prompt'])
    ]);
    for (const answer of [shown, told]) if (answer.status !== 0) throw new Error(reasons(answer).join(' '));
    const { instanceUrl } = shown.result as { readonly instanceUrl?: string };
    const { accessToken } = told.result as { readonly accessToken?: string };
    if (!instanceUrl || !accessToken) throw new Error(`The CLI tells no login for ${alias}.`);
    return { host: instanceUrl.replace(/\/$/, ''), token: accessToken };
}
