import { factsText, personOf, rowName } from 'c/quoRowFacts';
import { rowFromTask } from 'c/quoTimelineRows';
import { labelsFor } from 'test/labels';
import { taskNode } from 'test/nodes';

const labels = labelsFor('timeline');
const call = (fields = {}, nodes = {}) => rowFromTask(taskNode(fields, nodes));

test('a call is told in a line: what, how long, by whom, where', () => {
    expect(factsText(call({ handledBy: 'Luc' }))).toMatch(/ · 2.min.5.s · .*Luc · Ventes$/);
});

test('who is not known is a number; without a number, nobody', () => {
    expect(personOf(call())).toBe('Jean Tremblay');
    expect(personOf(call({}, { Who: null }))).toBe('(514) 555-0123');
    expect(personOf(call({ externalNumber: null }, { Who: null }))).toBe(labels.unknownCaller);
    expect(rowName(call())).toContain('Jean Tremblay');
});
