import { activeFilterCount, NO_FILTERS, parseFilters, loadFilters, saveFilters, type Filters } from 'c/quoFilterState';

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

test.each([
    ['nothing', null],
    ['a broken text', '{'],
    ['a number', '7'],
    ['null', 'null'],
    ['values of another version', '{"kind":"fax","direction":7,"period":"3000","person":{"id":"<x>"},"inbox":5}']
])('%s is no choice', (_, text) => {
    expect(parseFilters(text)).toEqual(NO_FILTERS);
});

test('choices are remembered; person and inbox only for the record they belong to', () => {
    saveFilters(USER, JEAN, FULL);
    expect(loadFilters(USER, JEAN)).toEqual(FULL);
    const { person: _, inbox: __, ...general } = FULL;
    expect(loadFilters(USER, '001000000000001AAA')).toEqual(general);
    expect(loadFilters('005000000000009AAA', JEAN)).toEqual(NO_FILTERS);
});

test('clearing leaves nothing of the record behind', () => {
    saveFilters(USER, JEAN, FULL);
    saveFilters(USER, JEAN, NO_FILTERS);
    expect(loadFilters(USER, JEAN)).toEqual(NO_FILTERS);
    expect(window.localStorage).toHaveLength(1);
});

test('where the browser keeps nothing, nothing breaks', () => {
    const get = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
        throw new Error('denied');
    });
    const set = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
        throw new Error('denied');
    });
    expect(() => saveFilters(USER, JEAN, FULL)).not.toThrow();
    expect(loadFilters(USER, JEAN)).toEqual(NO_FILTERS);
    get.mockRestore();
    set.mockRestore();
});
