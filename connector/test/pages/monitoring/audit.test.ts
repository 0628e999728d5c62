import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOVED } from '../../../src/application/monitoring/undo-move.ts';
import { fakeConsole } from '../fake-console.ts';
import { opened } from '../opened.ts';
import { readable } from '../readable.ts';

const MOVE = { key: 'call_1', to: '003B', before: null, moved: [{ key: 'call_2', whoId: '003A', whatId: null }] };
const older = (page: string): string | undefined => /href="\?before=(\d+)"/.exec(page)?.[1];

test('who did what is told newest first, with counts and kinds and the words of the language', async (t) => {
    const one = await opened(t, { language: 'fr' });
    await one.it.store.audit.append('acme', { actor: 'marie@acme.example', action: 'preferences.saved' });
    await one.it.store.audit.append('acme', {
        actor: 'luc@acme.example',
        action: 'parked.retried',
        detail: { count: 3 }
    });
    const text = await one.read('/audit');
    assert.match(text, /luc@acme\.example.*parked\.retried.*3.*marie@acme\.example.*preferences\.saved/);
    assert.match(text, /jeton d’administration/);
});

test('an action that a later version noted is shown by its name rather than left out', async (t) => {
    const one = await opened(t);
    await one.it.store.audit.append('acme', {
        actor: 'marie',
        action: 'of.later',
        detail: { some: [1, { x: null }], no: null }
    });
    const text = await one.read('/audit');
    assert.match(text, /of\.later.*some.*\[1,\{"x":null\}\]/);
    assert.doesNotMatch(text, /\bno\b.?:? ?null/);
});

test('more than a hundred entries are read page by page, each once', async (t) => {
    const one = await opened(t);
    for (let n = 1; n <= 240; n += 1) await one.it.store.audit.append('acme', { actor: `somebody-${n}.`, action: 'x' });
    const seen: string[] = [];
    let before: string | undefined;
    for (let pages = 0; pages < 5; pages += 1) {
        const text = await one.read(before === undefined ? '/audit' : `/audit?before=${before}`);
        seen.push(...(text.match(/somebody-\d+\./g) ?? []));
        before = older(one.admin.page());
        if (before === undefined) break;
    }
    assert.equal(seen.length, 240);
    assert.equal(new Set(seen).size, 240);
});

test('a place that is none is the beginning, and never a question that the database refuses', async (t) => {
    const one = await opened(t);
    const asked: unknown[] = [];
    const list = one.it.store.audit.list.bind(one.it.store.audit);
    one.it.store.audit.list = (id, options) => {
        asked.push(options?.before);
        return list(id, options);
    };
    for (const wrong of ['x', '-1', '0', '1.5', '1e999', '9007199254740993', '', 'NaN', '1&before=2'])
        for (const path of ['/console/acme/audit', '/console/audit']) {
            const { status } = await one.admin.get(`${path}?before=${wrong}`);
            assert.equal(status, 200, `${path} ${wrong}`);
        }
    assert.deepEqual([...new Set(asked)], [undefined]);
});

test('a move can be undone once: the button is gone where it was, and where nothing was moved there is none', async (t) => {
    const one = await opened(t, {
        parts: {
            activities: {
                tasksByKey: async () => [],
                keepByHand: async () => {},
                makeDue: async () => 0
            }
        }
    });
    const { audit } = one.it.store;
    await audit.append('acme', { actor: 'Salesforce', action: MOVED, detail: { ...MOVE, moved: [] } });
    await one.read('/audit');
    assert.doesNotMatch(one.admin.page(), /audit\/undo/);
    await audit.append('acme', { actor: 'Salesforce', action: MOVED, detail: MOVE });
    await one.read('/audit');
    await one.send('/audit/undo');
    assert.doesNotMatch(one.admin.page(), /action="[^"]*audit\/undo"/);
    assert.equal(one.it.store.audited[0]?.action, 'number.move-undone');
});

test('an entry that is no move is not undone, whoever forged the form', async (t) => {
    const one = await opened(t, {
        parts: { activities: { tasksByKey: async () => [], keepByHand: async () => {}, makeDue: async () => 0 } }
    });
    await one.it.store.audit.append('acme', { actor: 'Salesforce', action: MOVED, detail: MOVE });
    const seqOfSignIn = String(one.it.store.audited.at(-1)?.seq);
    for (const seq of [seqOfSignIn, '99', '-1', '1.5', 'x', '']) {
        await one.read('/audit');
        assert.match(await one.send('/audit/undo', { seq }), /WEB-VALUE/, seq);
    }
});

test('what belongs to no connection is for whoever sets the deployment up, and for nobody else', async (t) => {
    const it = await fakeConsole(t);
    await it.connect('acme');
    const [owner, marie, nobody] = [await it.admin(), await it.throughSalesforce(), it.browser()];
    assert.equal((await owner.get('/console/audit')).status, 200);
    assert.match(readable(owner.page()), /sign-in/);
    assert.equal((await marie.get('/console/audit')).status, 404);
    assert.match(readable(marie.page()), /WEB-NOT-FOUND/);
    assert.match((await nobody.send('/console/audit', {})).location, /^\/sign-in/);
});
