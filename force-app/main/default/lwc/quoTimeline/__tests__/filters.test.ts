import { change, find, press } from 'test/mount';
import { JEAN, labels, rowIds, source, start, tell } from './startTimeline';

test('filters that leave nothing can be cleared right there', async () => {
    const element = await start();
    await press(find(element, '.filter'));
    const filters = find(element, 'c-quo-timeline-filters');
    filters.dispatchEvent(new CustomEvent('filters', { detail: { ...source.filters, kind: 'texts' } }));
    await settled();
    await tell({ rows: [] });
    expect(source.filters.kind).toBe('texts');
    const empty = find(element, '.empty');
    expect(empty.sentence).toBe(labels.emptyFiltered);
    empty.dispatchEvent(new CustomEvent('action'));
    await settled();
    expect(source.filters.kind).toBe('all');
});

const FILTERS = { kind: 'missed', direction: 'all', period: 'all' };
async function choose(element, filters) {
    await press(find(element, '.filter'));
    find(element, 'c-quo-timeline-filters').dispatchEvent(new CustomEvent('filters', { detail: filters }));
    await settled();
}

test('filters are kept for the next page of the same kind, without the person and the inbox', async () => {
    const person = { role: 'who', id: JEAN, name: 'Jean' };
    await choose(await start(), { ...FILTERS, inbox: 'Ventes', person });
    expect(source.filters).toEqual({ ...FILTERS, inbox: 'Ventes', person });
    await start({ recordId: '003000000000002AAA', objectApiName: 'Contact' });
    expect(source.filters).toEqual(FILTERS);
    await start({ recordId: '001000000000001AAA', objectApiName: 'Account' });
    expect(source.filters).toEqual({ ...FILTERS, kind: 'all' });
});

test('another record in the same place starts without the person, the search and the open rows of the last one', async () => {
    const element = await start();
    await tell();
    await choose(element, { ...FILTERS, inbox: 'Ventes', person: { role: 'who', id: JEAN, name: 'Jean' } });
    await change(find(element, '.search'), 'toiture');
    element.recordId = '003000000000002AAA';
    await settled();
    expect(source.filters).toEqual(FILTERS);
    expect(find(element, '.search').value).toBe('');
    const { people, inboxes } = find(element, 'c-quo-timeline-filters');
    expect([people, inboxes]).toEqual([[], []]);
});

test('what the lists inside the filters say among themselves is no choice of filters', async () => {
    const element = await start();
    await press(find(element, '.filter'));
    const event = new CustomEvent('change', { detail: { value: 'texts' }, bubbles: true, composed: true });
    find(element, 'c-quo-timeline-filters').dispatchEvent(event);
    await settled();
    expect(source.filters).toEqual({ kind: 'all', direction: 'all', period: 'all' });
});

test('people and inboxes to choose from are those of the rows', async () => {
    const element = await start();
    await tell();
    await press(find(element, '.filter'));
    const { people, inboxes } = find(element, 'c-quo-timeline-filters');
    expect(people.map(({ role, name }) => [role, name])).toEqual([
        ['who', 'Jean Tremblay'],
        ['owner', 'Marie-Ève Gagnon']
    ]);
    expect(inboxes).toEqual(['Soutien', 'Ventes']);
});

test('a direction hides conversations without a message that way', async () => {
    const element = await start();
    await press(find(element, '.filter'));
    const filters = find(element, 'c-quo-timeline-filters');
    filters.dispatchEvent(new CustomEvent('filters', { detail: { ...source.filters, direction: 'outgoing' } }));
    await settled();
    await tell();
    expect(rowIds(element)).toEqual(['t1', 't3']);
});
