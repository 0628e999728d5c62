import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildOrg } from './build-org.ts';
import { createFaults } from './control/faults.ts';
import type { LiveOrg } from './http/live-org.ts';
import { createOrgServer } from './http/server.ts';
import { createAuthorizationCodes } from './oauth/authorization-codes.ts';
import { createSessions } from './oauth/sessions.ts';
import { DEFAULTS, type OrgOptions } from './options.ts';
import { createDispatch, type Dispatch } from './api/dispatch.ts';
import { routes } from './api/routes.ts';

export type { OrgOptions } from './options.ts';

/** A simulated org that listens. */
export interface RunningOrg {
    /** `http://127.0.0.1:…`, without a slash at its end. */
    readonly url: string;
    /** Ends every connection and frees the port. */
    readonly close: () => Promise<void>;
}

/**
 * Starts a simulated org.
 *
 * @throws {Error} when a package declares what cannot be simulated, a seed record is refused, or the port is taken
 */
export async function startOrg(options: OrgOptions = {}): Promise<RunningOrg> {
    let url = '';
    const live = createLiveOrg(options, () => url);
    const server = createOrgServer(live);
    server.listen(options.port ?? DEFAULTS.port, options.host ?? DEFAULTS.host);
    await once(server, 'listening');
    const { address, port } = server.address() as AddressInfo;
    url = `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
    return {
        url,
        close: async () => {
            const closed = once(server, 'close');
            server.close();
            server.closeAllConnections();
            await closed;
        }
    };
}

function createLiveOrg(options: OrgOptions, origin: () => string): LiveOrg {
    let built = buildOrg(options);
    let dispatch: Dispatch;
    const renew = (): void => {
        dispatch = createDispatch(
            built,
            routes(() => dispatch)
        );
    };
    renew();
    const random = options.random ?? ((): string => randomBytes(24).toString('base64url'));
    const now = options.clock ?? Date.now;
    const sessions = createSessions(built.state.organizationId, random, now);
    if (options.accessToken !== undefined) {
        sessions.issue({
            userId: built.standing.adminId,
            clientId: 'SfdcSIDLogin',
            scope: 'full',
            accessToken: options.accessToken
        });
    }
    const app = {
        id: options.clientId ?? DEFAULTS.clientId,
        secret: options.clientSecret ?? DEFAULTS.clientSecret,
        jwtCertificate: options.jwtCertificate
    };
    return {
        org: () => built,
        dispatch: () => dispatch,
        sessions,
        oauth: { org: () => built, sessions, codes: createAuthorizationCodes(random), app, origin, now },
        faults: createFaults(),
        origin,
        wait: (ms) => sleep(ms),
        reset: () => {
            built = buildOrg(options);
            renew();
        }
    };
}
