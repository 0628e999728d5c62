import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { preferenceUseCases } from '../../../src/application/preferences/preferences.ts';
import { anyPreferences } from '../../preferences/arbitrary-preferences.ts';
import { world, type World } from '../fakes/world.ts';

async function two(): Promise<{ it: World; use: ReturnType<typeof preferenceUseCases> }> {
    const it = world();
    await it.add('sandbox');
    await it.add('production');
    return { it, use: preferenceUseCases(it.context) };
}

test('whatever was chosen in one place is chosen in the other once it was imported, and another import changes nothing', async () => {
    const whole = fc.record({
        preferences: anyPreferences,
        retentionDays: fc.integer({ min: 1, max: 3_650 }),
        recordingsNeedSignIn: fc.boolean(),
        recordingsInPlaceDays: fc.integer({ min: 0, max: 365 })
    });
    await fc.assert(
        fc.asyncProperty(whole, anyPreferences, async (there, here) => {
            const { use } = await two();
            await use.save('sandbox', there);
            await use.save('production', { preferences: here });
            const text = await use.exported('sandbox');
            await use.save('production', (await use.differences('production', text)).saving);
            assert.deepEqual(JSON.parse(await use.exported('production')), JSON.parse(text));
            assert.deepEqual((await use.differences('production', text)).differences, []);
        }),
        { numRuns: 25 }
    );
});

test('what an import would change is told before it is saved, and nothing is saved by looking', async () => {
    const { it, use } = await two();
    await use.save('production', { preferences: { sona: false } });
    const before = it.settings('production');
    const { differences } = await use.differences('production', '{ "language": "en" }');
    assert.deepEqual(differences.map(({ key }) => key).toSorted(), ['language', 'sona']);
    assert.deepEqual(it.settings('production'), before);
});

test('a file that says nothing of who may listen leaves it as it is: a right is not taken away by silence', async () => {
    const { use } = await two();
    await use.save('production', { preferences: {}, recordingsNeedSignIn: false, retentionDays: 9 });
    const { saving, differences } = await use.differences('production', '{ "language": "en" }');
    assert.deepEqual([saving.recordingsNeedSignIn, saving.retentionDays], [false, 9]);
    assert.deepEqual(
        differences.map(({ key }) => key),
        ['language']
    );
});

test('a value of the wrong kind in a file is refused by its name, rather than taken for the default', async () => {
    const { use } = await two();
    await use.save('production', { preferences: {}, recordingsNeedSignIn: true, retentionDays: 9 });
    for (const [name, value] of [
        ['recordingsNeedSignIn', 'true'],
        ['recordingsNeedSignIn', 1],
        ['recordingsNeedSignIn', null],
        ['retentionDays', '30'],
        ['retentionDays', 0],
        ['retentionDays', 1.5]
    ] as const)
        await assert.rejects(
            use.differences('production', JSON.stringify({ [name]: value })),
            (error: unknown) =>
                error instanceof Error &&
                'code' in error &&
                error.code === 'CONFIG-PREFERENCES' &&
                error.message.includes(name),
            `${name} ${JSON.stringify(value)}`
        );
});

test('a file of another program, cut off or hostile, is refused and never half imported', async () => {
    const { it, use } = await two();
    const before = it.settings('production');
    for (const text of ['', ' ', 'a,b\n1,2', '<xml/>', '{"sona": true', '"text"', '[{}]', 'true', '\u0000'])
        await assert.rejects(use.differences('production', text), Error, JSON.stringify(text));
    const hostile = '{ "__proto__": { "sona": false }, "language": "en" }';
    await use.differences('production', hostile).catch(() => undefined);
    assert.equal(({} as { sona?: boolean }).sona, undefined);
    assert.deepEqual(it.settings('production'), before);
});

test('an export holds what differs from the defaults, and how long and to whom, and no secret', async () => {
    const { it, use } = await two();
    await use.save('sandbox', { preferences: { sona: false, language: 'en' } });
    it.store.secrets.set('sandbox/quo-api-key', 'the-secret-key');
    const exported = JSON.parse(await use.exported('sandbox')) as object;
    assert.deepEqual(exported, {
        sona: false,
        language: 'en',
        retentionDays: 30,
        recordingsNeedSignIn: true,
        recordingsInPlaceDays: 30
    });
});
