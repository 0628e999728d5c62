import { ASSUME_ALL, QUERIED_OBJECTS, readAccessOf } from 'c/quoReadAccess';
import { objectInfos } from 'test/objectInfos';

test('an object that the org refuses, or does not have, is not read; its fields neither', () => {
    for (const status of [403, 404]) {
        const access = readAccessOf(objectInfos({ Lead: status }));
        expect([access.reads('Lead'), access.readsField('Lead', 'Company'), access.creates('Lead')]).toEqual([
            false,
            false,
            false
        ]);
        expect(access.reads('Contact')).toBe(true);
    }
});

test('a field is read when the org lists it', () => {
    const access = readAccessOf(objectInfos({ Task: ['Description', 'CallType'] }));
    expect(access.readsField('Task', 'Description')).toBe(true);
    expect(access.readsField('Task', 'CallDurationInSeconds')).toBe(false);
});

test('a failure that says nothing about access takes nothing away', () => {
    const access = readAccessOf(objectInfos({ Task: 400, Contact: 500 }));
    expect([access.reads('Task'), access.readsField('Task', 'Description'), access.creates('Contact')]).toEqual([
        true,
        true,
        true
    ]);
    expect(readAccessOf({ results: [] }).reads('Task')).toBe(true);
});

test('what may be read need not be creatable', () => {
    const { results } = objectInfos();
    const index = QUERIED_OBJECTS.indexOf('Lead');
    const readOnly = results.map((answer, at) => {
        if (at !== index) return answer;
        return { statusCode: 200, result: { ...answer.result, createable: false } };
    });
    const access = readAccessOf({ results: readOnly as never });
    expect([access.reads('Lead'), access.creates('Lead')]).toEqual([true, false]);
});

test('where nothing is known, everything is tried', () => {
    expect([ASSUME_ALL.reads('X'), ASSUME_ALL.readsField('X', 'Y'), ASSUME_ALL.creates('X')]).toEqual([
        true,
        true,
        true
    ]);
});
