import { errorMessages, explainError } from 'c/quoErrors';
import { errors as labels } from 'c/quoLabels';
import { GENERAL_MESSAGE, refusedSave, saveError } from 'test/refusedSave';

const read = (status, errorCode, message) => ({ ok: false, status, statusText: '', body: [{ errorCode, message }] });

test('a validation rule is shown with its own sentence', () => {
    const rule = saveError('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Les fiches fermées ne changent plus.');
    expect(explainError(refusedSave([rule]))).toEqual({
        sentence: 'Les fiches fermées ne changent plus.',
        remedy: labels.refusedRemedy,
        detail: ''
    });
});

test('a validation rule beside a field names the field', () => {
    const rule = saveError('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Commence par +1.', {
        field: 'Phone',
        fieldLabel: 'Téléphone'
    });
    const { sentence, remedy } = explainError(refusedSave([], { Phone: [rule] }));
    expect(sentence).toMatch(/^Téléphone\s?: Commence par \+1\.$/);
    expect(remedy).toBe(labels.refusedRemedy);
});

test('several rules are all said', () => {
    const rules = ['Un.', 'Deux.'].map((message) => saveError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message));
    expect(explainError(refusedSave(rules)).sentence).toBe('Un. Deux.');
});

test('a rule that speaks of duplicates or permissions is a rule, not a duplicate and no lack of rights', () => {
    for (const message of ['No duplicate numbers.', 'This is not permitted.', 'Fax does not exist any more.']) {
        const rule = saveError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message);
        expect(explainError(refusedSave([rule])).sentence).toBe(message);
    }
});

test('a duplicate is one by its code, or by the records that were found', () => {
    const found = { matchResults: [{ matchRecordInfos: [], themeInfo: null }] };
    const sentence = (error) => explainError(refusedSave([error])).sentence;
    expect(sentence(saveError('DUPLICATES_DETECTED', 'Use one of these records?'))).toBe(labels.duplicate);
    expect(sentence(saveError('SOME_CODE', 'Use one of these?', { duplicateRecordError: found }))).toBe(
        labels.duplicate
    );
    expect(sentence(saveError('DUPLICATE_VALUE', 'duplicate value found: Quo_Key__c'))).toBe(labels.duplicate);
});

test('`duplicateRecordError: null` is no duplicate', () => {
    const problem = explainError(
        refusedSave([saveError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Company]')])
    );
    expect(problem.sentence).toBe(labels.refused);
    expect(problem.detail).toBe('Required fields are missing: [Company]');
});

test('what the platform says in general is left out where it says more', () => {
    const locked = saveError('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access');
    const tooLong = saveError('STRING_TOO_LONG', 'data value too large', { field: 'LastName', fieldLabel: 'Nom' });
    expect(errorMessages(refusedSave([locked], { LastName: [tooLong] }))).toEqual([
        'unable to obtain exclusive access',
        expect.stringMatching(/^Nom\s?: data value too large$/)
    ]);
    expect(errorMessages(refusedSave([]))).toEqual([GENERAL_MESSAGE]);
    expect(errorMessages({ body: { message: GENERAL_MESSAGE } })).toEqual([GENERAL_MESSAGE]);
});

test('a refused save that is not recognised is still told as a refusal, with its words', () => {
    const problem = explainError(
        refusedSave([saveError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'Flow “Route calls” failed')])
    );
    expect(problem).toMatchObject({ sentence: labels.refused, detail: 'Flow “Route calls” failed' });
});

test('messages come in order, once, from lists and from single objects', () => {
    expect(errorMessages([{ message: 'x' }, { message: 'x' }, { message: 'y' }])).toEqual(['x', 'y']);
    expect(errorMessages(new Error('boom'))).toEqual(['boom']);
    expect(errorMessages('plain')).toEqual(['plain']);
    expect(errorMessages({ statusText: 'Not Found', status: 404 })).toEqual(['Not Found']);
    for (const nothing of [undefined, null, 7, {}, [], { body: null }, { body: [null] }])
        expect(errorMessages(nothing)).toEqual([]);
});

test.each([
    [[{ message: "Validation error: Cannot query field 'x' on type 'Task'" }], labels.notInstalled],
    [read(400, 'INVALID_FIELD', 'Field Task.Quo_Key__c is not valid.'), labels.notInstalled],
    [read(403, 'INSUFFICIENT_ACCESS', 'You don’t have access to this record.'), labels.noAccess],
    [{ ok: false, status: 403, body: undefined }, labels.noAccess],
    [
        refusedSave([saveError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id')]),
        labels.noAccess
    ],
    [
        refusedSave([saveError('INVALID_FIELD_FOR_INSERT_UPDATE', 'Unable to create/update fields: WhoId')]),
        labels.noAccess
    ],
    [read(404, 'NOT_FOUND', 'The requested resource does not exist'), labels.gone],
    [refusedSave([saveError('ENTITY_IS_DELETED', 'entity is deleted')]), labels.gone],
    [refusedSave([saveError('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access')]), labels.busy],
    [read(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'), labels.limit],
    [{ ok: false, status: 429, body: {} }, labels.limit],
    [[{ message: 'REQUEST_LIMIT_EXCEEDED: TotalRequests' }], labels.limit],
    [{ message: 'fetch failed: socket closed' }, labels.offline],
    [{ body: { message: 'You are offline' } }, labels.offline],
    [refusedSave([saveError('INVALID_EMAIL_ADDRESS', 'Email: invalid email address: x')]), labels.refused],
    [new Error('boom'), labels.unknown],
    [undefined, labels.unknown]
])('%j is explained with a remedy', (fault, sentence) => {
    const problem = explainError(fault);
    expect(problem.sentence).toBe(sentence);
    expect(problem.remedy).not.toBe('');
});
