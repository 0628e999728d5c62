import type { Customization } from 'salesforce-simulator/customizing/customization.ts';
import { startOrg } from 'salesforce-simulator/org.ts';
import { ownPackage } from 'salesforce-simulator/test/own-package.ts';
import { createCall } from './client.ts';
import type { Call } from './point.ts';
import { prove, type Proof } from './run.ts';

const ROOT = '/services/data/v66.0';
const INTEGRATION = 'integration@simulated.org';

/** A rule that stops a lead with the phone of another, and an assignment rule: without them two points cannot be tried. */
const CUSTOMIZATION: Customization = {
    queues: ['Web_Leads'],
    duplicateRules: [
        {
            name: 'Same_Phone',
            object: 'Lead',
            matches: 'Lead',
            fields: ['Phone'],
            action: 'block',
            message: 'Somebody has this number already.'
        }
    ],
    recordTypes: [{ object: 'Task', developerName: 'Phone_Call', label: 'Phone Call' }],
    assignmentRules: [{ object: 'Lead', name: 'Everybody', entries: [{ owner: { queue: 'Web_Leads' } }] }]
};

/** Runs the proof against an org that is simulated in this process, set up as the guide says. */
export async function proveSimulated(namespace?: string): Promise<Proof> {
    const org = await startOrg({ ...ownPackage(), namespace, customization: CUSTOMIZATION });
    const control = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
        const headers = { 'content-type': 'application/json' };
        const response = await fetch(`${org.url}/_control${path}`, {
            method: 'POST',
            headers,
            body: JSON.stringify(body)
        });
        if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
        return (await response.json()) as Record<string, unknown>;
    };
    const signedIn = async (username: string | undefined): Promise<Call> => {
        const { access_token: token } = await control('/sessions', username === undefined ? {} : { username });
        return createCall(org.url + ROOT, String(token));
    };
    const other = async (username: string, permissionSets: readonly string[]): Promise<Call> => {
        await control('/users', { username, profile: 'Standard User', permissionSets });
        return signedIn(username);
    };
    try {
        return await prove({
            call: await signedIn(undefined),
            others: {
                integration: await signedIn(INTEGRATION),
                rep: await other('rep@example.com', ['Quo_User']),
                manager: await other('manager@example.com', ['Quo_Manager']),
                stranger: await other('stranger@example.com', [])
            },
            namespace,
            root: ROOT,
            run: 'simulated',
            archive: async () => void (await control('/archive', {}))
        });
    } finally {
        await org.close();
    }
}
