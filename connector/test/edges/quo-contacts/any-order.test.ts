import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { act, anyDeed, check, newScene } from './any-order.ts';
import { town } from './contact-sync-harness.ts';

test('whatever happens in Salesforce and in Quo, nobody has two contacts, and what is not ours is not touched', async (t) => {
    await fc.assert(
        fc.asyncProperty(fc.array(anyDeed, { minLength: 5, maxLength: 25 }), fc.boolean(), async (deeds, isLenient) => {
            const place = await town(t, { syncContacts: 'full' });
            if (isLenient) await place.takeDoubles();
            const scene = await newScene(place, 5);
            for (const deed of deeds) await act(scene, deed);
            await place.noMoreFaults();
            place.preferences = { ...place.preferences, syncContacts: 'full' };
            await place.settle();
            await check(scene);
            const numbers = [...scene.alive.values()].flatMap((person) => person.numbers.map(({ e164 }) => e164));
            await place.rings(...numbers);
            await place.settle();
            await check(scene);
            const shown = new Set((await place.inQuo()).keys());
            const counts = (await place.sync.status()).contacts;
            const reachable = [...scene.alive.values()].filter((person) => person.numbers.length > 0).length;
            const kept = (counts.byState.skipped ?? 0) + (counts.byState.unlinked ?? 0);
            assert.ok(shown.size + kept >= reachable, `${shown.size} shown and ${kept} left alone of ${reachable}`);
            await place.drop();
        }),
        { numRuns: 15, endOnFailure: true }
    );
});
