import QuoLookup from 'c/quoLookup';
import { graphql } from 'lightning/graphql';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { fillLabel } from 'c/quoLabels';
import { labelsFor } from 'test/labels';
import { objectInfos } from 'test/objectInfos';
import { find, findAll, listen, mount, textOf } from 'test/mount';

const labels = labelsFor('lookup');
const value = (given) => ({ value: given });
const ANSWER = {
    uiapi: {
        query: {
            Contact: {
                edges: [{ node: { Id: '003A', Name: value('Jean Tremblay'), Account: { Name: value('Chalets') } } }]
            },
            Lead: { edges: [] },
            Account: { edges: [{ node: { Id: '001A', Name: value('Chalets'), Phone: value('+15145550199') } }] }
        }
    }
};
const NONE = { edges: [] };
const asked = (config) => Boolean(config.query);

let element;
const status = () => find(element, '.status').textContent;
const input = () => find(element, 'input');
async function type(text) {
    input().value = text;
    input().dispatchEvent(new CustomEvent('input'));
    jest.advanceTimersByTime(300);
    await settled();
}
async function key(name) {
    const event = new KeyboardEvent('keydown', { key: name, cancelable: true });
    input().dispatchEvent(event);
    await settled();
    return event;
}
const activeText = () => {
    const id = input().getAttribute('aria-activedescendant');
    return id ? textOf(find(element, `[id="${id}"]`)) : '';
};

beforeEach(async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    element = await mount('c-quo-lookup', QuoLookup);
    getObjectInfos.emit(objectInfos());
});
afterEach(() => jest.useRealTimers());

test('asks once the typing pauses, with what LIKE would take for wildcards escaped', async () => {
    await type('100%_jean');
    expect(graphql.getLastConfig().variables).toEqual({ like: '%100\\%\\_jean%' });
    expect(graphql.getLastConfig().query).toContain('Contact(');
    expect(textOf(find(element, '.status'))).toBe(labels.searching);
});

test('one letter is not asked for', async () => {
    await type('j');
    expect(graphql.getLastConfig().query).toBeUndefined();
    expect(textOf(find(element, '.status'))).toBe(labels.typeMore);
});

test('shows who was found, of which kind, and tells the choice', async () => {
    await type('cha');
    graphql.emit(ANSWER, asked);
    await settled();
    const options = findAll(element, '[role="option"]');
    expect(options.map(textOf)).toEqual([
        `Jean Tremblay ${labels.contact} · Chalets`,
        `Chalets ${labels.account} · (514) 555-0199`
    ]);
    const chosen = listen(element, 'found');
    options[1].dispatchEvent(new CustomEvent('mousedown', { cancelable: true }));
    expect(chosen).toHaveBeenCalledWith({ id: '001A', name: 'Chalets', object: 'Account' });
    jest.useRealTimers();
    await expect(element).toBeAccessible();
});

test('works by keyboard alone: arrows go round, Enter chooses, Escape closes', async () => {
    await type('cha');
    graphql.emit(ANSWER, asked);
    await settled();
    const chosen = listen(element, 'found');
    await key('ArrowDown');
    expect(activeText()).toContain('Jean Tremblay');
    await key('ArrowUp');
    expect(activeText()).toContain('(514) 555-0199');
    await key('ArrowDown');
    await key('Escape');
    expect(input().getAttribute('aria-expanded')).toBe('false');
    await key('ArrowDown');
    expect((await key('Enter')).defaultPrevented).toBe(true);
    expect(chosen).toHaveBeenCalledTimes(1);
    expect((await key('a')).defaultPrevented).toBe(false);
});

test('nobody found is said with the words looked for', async () => {
    await type('zzz');
    graphql.emit({ uiapi: { query: { Contact: NONE, Lead: NONE, Account: NONE } } }, asked);
    await settled();
    expect(status()).toBe(fillLabel(labels.noResults, 'zzz'));
});

test('among colleagues it asks for users', async () => {
    element = await mount('c-quo-lookup', QuoLookup, { among: 'users', label: labels.searchUsers });
    getObjectInfos.emit(objectInfos());
    await type('luc');
    expect(graphql.getLastConfig().query).toContain('User(');
    expect(textOf(find(element, 'label'))).toBe(labels.searchUsers);
});

test('a search that failed says so, and never that nothing was found', async () => {
    await type('zzz');
    graphql.emitErrors([{ message: 'fetch failed' }], undefined, asked);
    await settled();
    const errors = labelsFor('errors');
    expect(status()).toContain(errors.offline);
    expect(status()).toContain(errors.offlineRemedy);
    expect(status()).not.toContain(fillLabel(labels.noResults, 'zzz'));
    await type('zzzz');
    expect(status()).toBe(labels.searching);
});

test('a search that failed for one object says for which, beside what the others have', async () => {
    await type('cha');
    const { Contact, Account } = ANSWER.uiapi.query;
    graphql.emitErrors([{ message: 'x' }], { uiapi: { query: { Contact, Lead: null, Account } } }, asked);
    await settled();
    expect(findAll(element, '[role="option"]')).toHaveLength(2);
    expect(status()).toContain(fillLabel(labels.failed, labelsFor('leftOut').lead));
    graphql.emitErrors([{ message: 'x' }], { uiapi: { query: { Contact: NONE, Lead: null, Account: NONE } } }, asked);
    await settled();
    expect(status()).toContain(fillLabel(labels.failed, labelsFor('leftOut').lead));
    expect(status()).not.toContain(fillLabel(labels.noResults, 'cha'));
});

describe('for a user who may not read leads', () => {
    beforeEach(async () => {
        element = await mount('c-quo-lookup', QuoLookup);
        getObjectInfos.emit(objectInfos({ Lead: 403, Contact: ['Title'] }));
    });

    test('contacts and accounts are searched, with what may be read of them, and the rest is named', async () => {
        await type('zzz');
        const { query } = graphql.getLastConfig();
        expect(query).toContain('Contact(');
        expect(query).not.toContain('Lead(');
        expect(query).not.toContain('Account { Name');
        graphql.emit({ uiapi: { query: { Contact: NONE, Account: NONE } } }, asked);
        await settled();
        const limits = fillLabel(labels.notSearched, labelsFor('leftOut').lead);
        expect(status()).toBe(`${fillLabel(labels.noResults, 'zzz')} · ${limits}`);
    });
});

test('what is typed before the org said what may be read is searched when it did', async () => {
    element = await mount('c-quo-lookup', QuoLookup);
    await type('jean');
    expect(status()).toBe(labels.searching);
    getObjectInfos.error();
    await settled();
    expect(graphql.getLastConfig().query).toContain('Lead(');
});

test('for somebody who may read nobody, nothing is asked and nothing is said to be missing', async () => {
    element = await mount('c-quo-lookup', QuoLookup);
    getObjectInfos.emit(objectInfos({ Contact: 403, Lead: 403, Account: 404 }));
    await type('jean');
    expect(graphql.getLastConfig().query).toBeUndefined();
    expect(status()).not.toContain(fillLabel(labels.noResults, 'jean'));
    expect(status()).toContain(labelsFor('leftOut').account);
});
