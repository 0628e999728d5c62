import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { openSession } from '../../../src/salesforce/rest/session.ts';
import { parseTokens, storeSignIn, TOKENS_SECRET } from '../../../src/salesforce/oauth/tokens.ts';
import type { Database } from '../../../src/store/database/sql.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { vaultOf } from '../../../src/store/secrets/vault.ts';
import { delivery, ended } from '../store/builders.ts';
import { privateStore, withStore } from '../store/database.ts';
import { dependencies, fakeOrg, refusal, SETTINGS } from './fake-org.ts';

const LOGIN = { flow: 'web-server', clientId: 'client', clientSecret: 's', redirectUri: 'https://x/callback' } as const;
const ROTATING = { ...SETTINGS, login: LOGIN };
const instanceUrl = SETTINGS.loginUrl;
const GET = { method: 'GET', path: '/limits' } as const;

/** Salesforce with rotation: each refresh token works once; `onGrant` comes before its answer is there. */
function rotatingOrg(onGrant: () => void = () => {}) {
    let generation = 1;
    const used: string[] = [];
    const org = fakeOrg(
        ({ headers }) =>
            generation > 1 && headers.get('authorization') === `Bearer access-${generation}`
                ? { body: {} }
                : { status: 401, body: refusal('INVALID_SESSION_ID') },
        ({ form }) => {
            const given = form?.get('refresh_token') ?? 'none';
            used.push(given);
            if (given !== `refresh-${generation}`)
                return {
                    status: 400,
                    body: { error: 'invalid_grant', error_description: 'expired access/refresh token' }
                };
            generation += 1;
            onGrant();
            const tokens = {
                access_token: `access-${generation}`,
                refresh_token: `refresh-${generation}`,
                token_type: 'Bearer'
            };
            return { body: { ...tokens, instance_url: instanceUrl } };
        }
    );
    return { ...org, used };
}

/** A vault on a database that refuses every write of a secret while `isAway` says so. */
function vaultBehind(store: OpenStore, isAway: () => boolean) {
    let refused = 0;
    const db: Database = {
        ...store.db,
        transaction: async (work, options) => {
            if (!isAway()) return store.db.transaction(work, options);
            refused += 1;
            throw Object.assign(new Error('terminating connection'), { code: '57P01' });
        }
    };
    const key = randomBytes(32);
    return { vault: vaultOf(db, () => key, { wait: async () => {} }), refused: () => refused };
}

const signIn = (vault: Parameters<typeof storeSignIn>[1], connection = 'default') =>
    storeSignIn(ROTATING, vault, connection, { accessToken: 'access-1', refreshToken: 'refresh-1', instanceUrl });
const refreshTokenIn = async (vault: Parameters<typeof storeSignIn>[1]) =>
    parseTokens(await vault.read('default', TOKENS_SECRET))?.refreshToken;

test('a rotated refresh token outlives a database that is away for a moment while it is stored', () =>
    withStore(async (store) => {
        let away = 0;
        const { vault, refused } = vaultBehind(store, () => (away -= 1) >= 0);
        await signIn(vault);
        const org = rotatingOrg(() => (away = 5));
        const session = openSession(ROTATING, dependencies(org.fetch, vault));
        await session.request(GET);
        assert.deepEqual([org.used, refused(), await refreshTokenIn(vault)], [['refresh-1'], 5, 'refresh-2']);
    }));

test('it outlives a long outage in memory: the next who asks stores it and uses it, and grants nothing anew', () =>
    withStore(async (store) => {
        let isAway = false;
        const { vault } = vaultBehind(store, () => isAway);
        await signIn(vault);
        const org = rotatingOrg(() => (isAway = true));
        const session = openSession(ROTATING, dependencies(org.fetch, vault));
        await assert.rejects(session.request(GET), { code: '57P01' });
        isAway = false;
        await session.request(GET);
        const [row] = await store.db.rows<{ n: number }>('select count(*)::int as n from turns');
        assert.deepEqual([org.used, await refreshTokenIn(vault), row?.n], [['refresh-1'], 'refresh-2', 0]);
    }));

test('a person who signs in anew during the outage is not overwritten by what was left to store', () =>
    withStore(async (store) => {
        let isAway = false;
        const { vault } = vaultBehind(store, () => isAway);
        await signIn(vault);
        const org = rotatingOrg(() => (isAway = true));
        await assert.rejects(openSession(ROTATING, dependencies(org.fetch, vault)).request(GET));
        isAway = false;
        await storeSignIn(ROTATING, vault, 'default', { accessToken: 'a', refreshToken: 'by-person', instanceUrl });
        assert.equal(await refreshTokenIn(vault), 'by-person');
    }));

test('the former refresh token is tried where Salesforce took the rotation back', () =>
    withStore(async (store) => {
        const { vault } = vaultBehind(store, () => false);
        await signIn(vault);
        const first = rotatingOrg();
        await openSession(ROTATING, dependencies(first.fetch, vault)).request(GET);
        const restored = rotatingOrg();
        await openSession(ROTATING, dependencies(restored.fetch, vault)).request(GET);
        assert.deepEqual(restored.used, ['refresh-2', 'refresh-1']);
        assert.equal(await refreshTokenIn(vault), 'refresh-2');
    }));

test('forty connections whose sign-in hangs hold nothing of the database: deliveries are taken all the while', async () => {
    const { store, drop } = await privateStore();
    const hanging = Promise.withResolvers<void>();
    const waiting = new Set<string>();
    const all = Promise.withResolvers<void>();
    const sessions = Array.from({ length: 40 }, (_, n) => `connection-${n}`).map(async (connection) => {
        await signIn(store.vault, connection);
        const org = fakeOrg(
            ({ headers }) =>
                headers.get('authorization') === 'Bearer access-2'
                    ? { body: {} }
                    : { status: 401, body: refusal('INVALID_SESSION_ID') },
            async () => {
                waiting.add(connection);
                if (waiting.size === 40) all.resolve();
                await hanging.promise;
                return { body: { access_token: 'access-2', token_type: 'Bearer', instance_url: instanceUrl } };
            }
        );
        await openSession(ROTATING, { ...dependencies(org.fetch, store.vault), connection }).request(GET);
    });
    await all.promise;
    const inUse = (): number => store.pool.totalCount - store.pool.idleCount + store.pool.waitingCount;
    assert.equal(inUse(), 0);
    for (let n = 0; n < 20; n += 1)
        assert.equal(await store.deliveries.accept(delivery(`d${n}`, [ended(`AC${n}`)])), 'stored');
    const [open] = await store.db.rows<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`
    );
    assert.equal(open?.n, 0);
    hanging.resolve();
    await Promise.all(sessions);
    await drop();
});
