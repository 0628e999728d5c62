import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../src/application/connections/check-connection.ts';
import { resume, resumeAll } from '../../src/application/connections/resume.ts';
import type { CheckLine } from '../../src/contracts/org-administration.ts';
import { preferenceUseCases } from '../../src/application/preferences/preferences.ts';
import { world, type World } from './fakes/world.ts';

async function paused(code: 'PIPE-BUDGET' | 'SF-STORAGE', seen = ''): Promise<World> {
    const it = world();
    await it.connect('acme');
    it.store.pause('acme', { code, seen });
    return it;
}

test('choices that are saved are tried at once, the budget among them', async () => {
    const it = await paused('PIPE-BUDGET', '100');
    await preferenceUseCases(it.context).save('acme', { preferences: { apiBudget: 5_000 } });
    assert.deepEqual(it.store.resumed, ['acme']);
});

test('a check list without a fault in Salesforce ends what Salesforce paused; one with a fault does not', async () => {
    const it = world();
    let lines: readonly CheckLine[] = [{ id: 'org', state: 'failed', note: { code: 'SF-STORAGE' } }];
    it.salesforce.administration = { ...it.salesforce.administration, check: async () => lines };
    await it.connect('acme');
    it.store.pause('acme', { code: 'SF-STORAGE' });
    await check(it.context, 'acme');
    assert.deepEqual(it.store.resumed, []);
    lines = [{ id: 'sign-in', state: 'ok' }];
    await check(it.context, 'acme');
    assert.deepEqual(it.store.resumed, ['acme']);
});

test('a good check list says nothing of a budget that is spent', async () => {
    const it = await paused('PIPE-BUDGET', '100');
    await check(it.context, 'acme');
    assert.deepEqual(it.store.resumed, []);
});

test('a person may try now, and a restart does: only what is paused is resumed', async () => {
    const it = await paused('SF-STORAGE');
    await it.connect('other');
    await resume(it.context, 'acme');
    assert.deepEqual(it.store.resumed, ['acme']);
    it.store.pause('acme', { code: 'SF-STORAGE' });
    await resumeAll(it.store);
    assert.deepEqual(it.store.resumed, ['acme', 'acme']);
});
