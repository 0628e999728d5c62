import { activeFilterCount, NO_FILTERS, loadFilters, saveFilters, type Filters } from 'c/quoFilterState';

const USER = '005000000000001AAA';
const JEAN = '003000000000001AAA';
const FULL: Filters = {
    kind: 'missed',
    direction: 'incoming',
    period: '30',
    person: { role: 'who', id: JEAN, name: 'Jean' },
    inbox: 'Ventes'
};

test('counts the choices that narrow the list', () => {
    expect(activeFilterCount(NO_FILTERS)).toBe(0);
    expect(activeFilterCount(FULL)).toBe(5);
});

const KEPT = { kind: 'missed', direction: 'incoming', period: '30' };
const stored = () =>
    Object.entries({ ...window.localStorage })
        .flat()
        .join(' ');

test.each([
    ['nothing', undefined],
    ['a broken text', '{'],
    ['a number', '7'],
    ['null', 'null'],
    ['values of another version', '{"kind":"fax","direction":7,"period":"3000"}'],
    ['people of another version', '{"person":{"role":"who","id":"003000000000001AAA","name":"Jean"},"inbox":"Ventes"}']
])('%s is no choice', (_, text) => {
    saveFilters(USER, 'Contact', FULL);
    const [key = ''] = Object.keys(window.localStorage);
    if (text === undefined) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, text);
    expect(loadFilters(USER, 'Contact')).toEqual(NO_FILTERS);
});

test('kind, direction and period are kept for pages of that kind, and for that user', () => {
    saveFilters(USER, 'Contact', FULL);
    expect(loadFilters(USER, 'Contact')).toEqual(KEPT);
    expect(loadFilters(USER, 'Account')).toEqual(NO_FILTERS);
    expect(loadFilters('005000000000009AAA', 'Contact')).toEqual(NO_FILTERS);
});

test('no name and no person stays in the browser', () => {
    saveFilters(USER, 'Contact', FULL);
    for (const word of ['Jean', 'Ventes', JEAN]) expect(stored()).not.toContain(word);
    expect(window.localStorage).toHaveLength(1);
});

test('names that an earlier version kept are removed at the next visit', () => {
    window.localStorage.setItem(
        `quo.timeline.${USER}.${JEAN}`,
        JSON.stringify({ person: FULL.person, inbox: 'Ventes' })
    );
    window.localStorage.setItem('somebody.else', 'Ventes');
    expect(loadFilters(USER, 'Contact')).toEqual(NO_FILTERS);
    expect(Object.keys(window.localStorage)).toEqual(['somebody.else']);
});

test('where the browser keeps nothing, nothing breaks', () => {
    const get = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
        throw new Error('denied');
    });
    const set = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
        throw new Error('denied');
    });
    expect(() => saveFilters(USER, 'Contact', FULL)).not.toThrow();
    expect(loadFilters(USER, 'Contact')).toEqual(NO_FILTERS);
    get.mockRestore();
    set.mockRestore();
});
