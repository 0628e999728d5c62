import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withCalls } from '../../application/fakes/watched.ts';
import { audited, opened } from '../opened.ts';

const makeDue = async (): Promise<number> => 0;

test('a rehearsal is begun and ended with its buttons, each noted', async (t) => {
    const one = await opened(t, { parts: { activities: { makeDue } } });
    await one.read('/preferences');
    await one.send('/rehearsal', { do: 'start' });
    assert.equal(one.it.context.connections.get('acme')?.isRehearsing, true);
    await one.read('/rehearsal');
    await one.send('/rehearsal', { do: 'stop' });
    assert.equal(one.it.context.connections.get('acme')?.isRehearsing, false);
    assert.deepEqual(
        audited(one).map(([action]) => action),
        ['rehearsal.ended', 'rehearsal.begun']
    );
});

test('a form without its button ends no rehearsal: everything would be written', async (t) => {
    const one = await opened(t, { settings: { rehearsingSince: '2026-11-19T15:30:00.000Z' } });
    for (const sent of ['', 'end', 'START']) {
        await one.read('/rehearsal');
        assert.match(await one.send('/rehearsal', { do: sent }), /WEB-VALUE/, sent);
    }
    assert.equal(one.it.settings('acme')['rehearsingSince'], '2026-11-19T15:30:00.000Z');
    assert.deepEqual(audited(one), []);
});

test('its report tells what would have been written, each with its text, and the leads by name', async (t) => {
    const parts = withCalls({}, {});
    const one = await opened(t, {
        parts,
        settings: {
            rehearsingSince: '2026-11-19T15:30:00.000Z',
            preferences: { unknownCallers: 'lead', language: 'en' }
        }
    });
    const text = await one.read('/rehearsal');
    assert.match(text, /2 records would be made/);
    assert.match(text, /Nov 19, 2026, 10:30 a\.m\./);
    assert.match(text, /Incoming Call/);
    assert.match(one.admin.page(), /data-refresh="10"/);
    assert.deepEqual(one.it.salesforce.org.writes, []);
});

test('without org and workspace there is nothing to rehearse, which is told where the choices are', async (t) => {
    const one = await opened(t);
    await one.it.add('half');
    await one.admin.get('/console/half/rehearsal');
    assert.match(one.admin.page(), /WEB-NOT-WHOLE/);
});
