import QuoTimelineFilters from 'c/quoTimelineFilters';
import { NO_FILTERS } from 'c/quoFilterState';
import { change, find, findAll, listen, mount, press } from 'test/mount';

const JEAN = { role: 'who', id: '003000000000001AAA', name: 'Jean' };
const start = (filters = NO_FILTERS) =>
    mount('c-quo-timeline-filters', QuoTimelineFilters, { filters, people: [JEAN], inboxes: ['Ventes', 'all'] });

test.each([
    ['kind', 'missed'],
    ['direction', 'outgoing'],
    ['period', '30']
])('the choice of %s is told with the others unchanged', async (name, value) => {
    const element = await start({ ...NO_FILTERS, inbox: 'Ventes' });
    const told = listen(element, 'filters');
    await change(find(element, `.${name}`), value);
    expect(told).toHaveBeenCalledWith({ ...NO_FILTERS, inbox: 'Ventes', [name]: value });
});

test('a person is told whole, and everyone again is no person', async () => {
    const element = await start();
    const told = listen(element, 'filters');
    await change(find(element, '.person'), JEAN.id);
    expect(told).toHaveBeenLastCalledWith({ ...NO_FILTERS, person: JEAN });
    await change(find(element, '.person'), 'all');
    expect(told).toHaveBeenLastCalledWith(NO_FILTERS);
});

test('an inbox that is called “all” is not every inbox', async () => {
    const element = await start();
    const told = listen(element, 'filters');
    const values = find(element, '.inbox').options.map(({ value }) => value);
    expect(new Set(values).size).toBe(3);
    await change(find(element, '.inbox'), values[2]);
    expect(told).toHaveBeenLastCalledWith({ ...NO_FILTERS, inbox: 'all' });
});

test('there is something to clear only when something was chosen', async () => {
    expect(find(await start(), '.clear')).toBeNull();
    const element = await start({ ...NO_FILTERS, kind: 'calls' });
    const told = listen(element, 'filters');
    await press(find(element, '.clear'));
    expect(told).toHaveBeenCalledWith(NO_FILTERS);
});

test('every field has a name, and each list shows what is chosen', async () => {
    const element = await start({ ...NO_FILTERS, kind: 'sona' });
    for (const field of findAll(element, 'lightning-combobox')) {
        expect(field.label).not.toBe('');
        expect(field.options.map(({ value }) => value)).toContain(field.value);
    }
    await expect(element).toBeAccessible();
});
