import fs from 'node:fs';
import path from 'node:path';
import { ANSWER, LEAD, OBJECTS, relation, SONA, sonaField, TASK } from 'c/quoSchema';

const OBJECTS_DIR = path.resolve(__dirname, '../../../objects');
const fields = [
    ...Object.values(TASK).map((field) => ['Activity', field]),
    ...Object.values(SONA).map((field) => [OBJECTS.sonaCall, field]),
    ...Object.values(ANSWER).map((field) => [OBJECTS.sonaAnswer, field]),
    ...Object.values(LEAD).map((field) => ['Lead', field])
];

test.each(fields)('%s.%s is a field of the package', (object, field) => {
    expect(fs.existsSync(path.join(OBJECTS_DIR, object, 'fields', `${field}.field-meta.xml`))).toBe(true);
});

test('relations and qualified names keep a namespace', () => {
    expect(relation('quo__Contact__c')).toBe('quo__Contact__r');
    expect(sonaField('quo__Title__c')).toBe(`${OBJECTS.sonaCall}.quo__Title__c`);
});
