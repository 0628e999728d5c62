import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withCalls } from '../../application/fakes/watched.ts';
import type { StoreParts } from '../../application/fakes/store.ts';
import { audited, opened } from '../opened.ts';

function parts(calls: number, due: unknown[] = []): StoreParts {
    const store = withCalls(...Array.from({ length: calls }, () => ({})));
    const makeDue = async (...asked: unknown[]): Promise<number> => {
        due.push(asked.slice(1));
        return calls;
    };
    return { ...store, activities: { makeDue } };
}

test('what rendering again would change is shown first, and nothing is written by looking', async (t) => {
    const one = await opened(t, { parts: parts(3) });
    await one.read('/preferences/again');
    const text = await one.send('/preferences/again', { days: '7', do: 'look' });
    assert.match(text, /3 /);
    assert.match(text, /Appel entrant/);
    assert.deepEqual([audited(one), one.it.salesforce.org.writes], [[], []]);
    assert.match(one.admin.page(), /name="days"\s+value="7"/);
});

test('applying makes the days due, says how many, and is noted', async (t) => {
    const due: unknown[] = [];
    const one = await opened(t, { parts: parts(2, due) });
    await one.read('/preferences/again');
    await one.send('/preferences/again', { days: '30', do: 'look' });
    const text = await one.send('/preferences/again', { days: '30', do: 'apply' });
    assert.match(text, /2 /);
    assert.deepEqual(due, [[{ sinceDays: 30 }, { force: true }]]);
    assert.deepEqual(audited(one), [['preferences.applied', { days: 30, count: 2 }]]);
});

test('days that are none, or more than a year, are refused and render nothing: nobody meant one day, or a year', async (t) => {
    const due: unknown[] = [];
    const one = await opened(t, { parts: parts(2, due) });
    for (const days of ['', '0', '-3', '1.5', 'all', '366', '1e9'])
        for (const what of ['look', 'apply']) {
            await one.read('/preferences/again');
            assert.match(await one.send('/preferences/again', { days, do: what }), /WEB-VALUE/, `${what} ${days}`);
        }
    for (const days of ['1', '365']) {
        await one.read('/preferences/again');
        assert.doesNotMatch(await one.send('/preferences/again', { days, do: 'apply' }), /WEB-VALUE/, days);
    }
    assert.equal(due.length, 2);
});

test('a form without its button renders nothing again', async (t) => {
    const due: unknown[] = [];
    const one = await opened(t, { parts: parts(2, due) });
    await one.read('/preferences/again');
    assert.match(await one.send('/preferences/again', { days: '7' }), /WEB-VALUE/);
    assert.deepEqual(due, []);
});

test('a sample is told as one: fifty changes are shown of what two hundred would change', async (t) => {
    const one = await opened(t, { parts: parts(230) });
    await one.read('/preferences/again');
    const text = await one.send('/preferences/again', { days: '7', do: 'look' });
    assert.match(text, /230 .*200/);
    assert.equal(one.admin.page().match(/<tr>/g)?.length, 51);
});

test('a connection that is not whole has nothing to render again, which is told on the page', async (t) => {
    const one = await opened(t);
    await one.it.add('half');
    await one.admin.get('/console/half/preferences/again');
    await one.admin.submit('/console/half/preferences/again', { days: '7', do: 'look' });
    assert.match(one.admin.page(), /WEB-NOT-WHOLE/);
});
