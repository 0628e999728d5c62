import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checks } from '../../src/application/connections/check-connection.ts';
import { CodedError } from '../../src/errors/errors.ts';
import { APP, world, type World } from './fakes/world.ts';

/** What the check list says of who may listen: its state, and the code of what is wrong. */
async function listening(it: World): Promise<readonly [string | undefined, string | undefined]> {
    await check(it.context, 'acme');
    const line = (await checks(it.context, 'acme'))?.lines.find(({ id }) => id === 'listening');
    return [line?.state, line?.note?.code];
}

async function connected(settings = {}, env: Readonly<Record<string, string>> = APP): Promise<World> {
    const it = world({}, env);
    await it.connect('acme', settings);
    return it;
}

test('that recordings play for whoever has the link is a warning, whoever chose it', async () => {
    assert.deepEqual(await listening(await connected({ recordingsNeedSignIn: false })), [
        'warning',
        'WEB-LISTENING-OPEN'
    ]);
});

test('where recordings are not logged there is nobody to listen, and nothing to warn of', async () => {
    const settings = { recordingsNeedSignIn: false, preferences: { recordings: false } };
    assert.deepEqual(await listening(await connected(settings)), ['ok', undefined]);
});

test('without an app nobody can sign in to listen', async () => {
    assert.deepEqual(await listening(await connected({}, {})), ['failed', 'WEB-LISTENING-NO-SIGN-IN']);
});

test('an org that does not tell who is frozen is named, unless nothing plays in the page', async () => {
    for (const [recordingsInPlaceDays, found] of [
        [30, ['warning', 'WEB-LISTENING-FROZEN']],
        [0, ['ok', undefined]]
    ] as const) {
        const it = await connected({ recordingsInPlaceDays });
        it.salesforce.administration.listeners = async () => ({ userIds: [], seesFrozen: false });
        assert.deepEqual(await listening(it), found, String(recordingsInPlaceDays));
    }
});

test('an org that does not tell who may listen fails the line: nothing plays for anybody', async () => {
    const it = await connected();
    it.salesforce.administration.listeners = () => Promise.reject(new CodedError('SF-FORBIDDEN', 'PermissionSet'));
    assert.deepEqual(await listening(it), ['failed', 'WEB-LISTENING-UNKNOWN']);
});
