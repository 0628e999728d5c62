import { z } from 'zod';
import type { ConnectionStore } from '../../contracts/store.ts';
import { CONNECTION_CHOICES } from '../../domain/preferences/catalogue.ts';

const salesforce = z.object({
    /** Without trailing slash. */
    loginUrl: z.string(),
    clientId: z.string(),
    redirectUri: z.string(),
    organizationId: z.string(),
    organization: z.string().optional(),
    username: z.string(),
    instanceUrl: z.string(),
    namespace: z.string().optional(),
    /** False after disconnecting: what is left says which org belongs here. */
    connected: z.boolean()
});
const quo = z.object({
    organizationId: z.string(),
    name: z.string().optional(),
    /** Made by us through the API; absent: somebody made it by hand. */
    webhookId: z.string().optional(),
    connected: z.boolean()
});
const settings = z.object({
    name: z.string().optional(),
    /** Grows with every change, also of what is in the vault only, so that other processes notice. */
    rev: z.number().catch(0),
    salesforce: salesforce.optional().catch(undefined),
    quo: quo.optional().catch(undefined),
    /** Only what differs from the defaults. */
    preferences: z.record(z.string(), z.unknown()).catch({}),
    /** Since when it is being removed: it is open to nobody from then on, and is not changed any more. */
    removingSince: z.string().optional(),
    /** Since when everything runs and nothing is written. */
    rehearsingSince: z.string().optional(),
    /** Days that raw deliveries are kept. */
    retentionDays: z
        .number()
        .int()
        .min(CONNECTION_CHOICES.retentionDays.min)
        .max(CONNECTION_CHOICES.retentionDays.max)
        .optional()
        .catch(undefined),
    /** A recording plays for holders of the right to listen; `false`: for whoever has the link. */
    recordingsNeedSignIn: z.boolean().optional().catch(undefined),
    /** Days from a call on that its recording plays in place, without a sign-in. */
    recordingsInPlaceDays: z
        .number()
        .int()
        .min(CONNECTION_CHOICES.recordingsInPlaceDays.min)
        .max(CONNECTION_CHOICES.recordingsInPlaceDays.max)
        .optional()
        .catch(undefined)
});

/** What is kept of a connection beside its secrets. */
export type ConnectionSettings = z.infer<typeof settings>;
export type SalesforceSettings = NonNullable<ConnectionSettings['salesforce']>;

export const RETENTION_DAYS = CONNECTION_CHOICES.retentionDays.default;

/** Never throws: a part that cannot be read counts as not there. */
export function readSettings(stored: Readonly<Record<string, unknown>>): ConnectionSettings {
    return settings.parse({ preferences: {}, rev: 0, ...stored });
}

/** @returns the settings as they are kept now; `undefined` when there is no such connection, or it is being removed */
export async function changeSettings(
    connections: ConnectionStore,
    id: string,
    change: (settings: ConnectionSettings) => Partial<ConnectionSettings>
): Promise<ConnectionSettings | undefined> {
    const after = await connections.changeSettings(id, (stored) => {
        const before = readSettings(stored);
        if (before.removingSince !== undefined) return undefined;
        // Over what is stored, not over what was read of it: what this version does not know is not its to erase.
        return { preferences: {}, ...stored, ...change(before), rev: before.rev + 1 };
    });
    return after && readSettings(after);
}
