import { explainError, errorMessages } from 'c/quoErrors';
import { errors as labels } from 'c/quoLabels';

test('finds every message, however the platform wraps it, once', () => {
    const fault = {
        body: {
            message: 'An error occurred.',
            output: { errors: [{ message: 'Locked' }], fieldErrors: { Phone: [{ message: 'Too long' }] } }
        }
    };
    expect(errorMessages(fault)).toEqual(['An error occurred.', 'Locked', 'Too long']);
    expect(errorMessages([{ message: 'x' }, { message: 'x' }])).toEqual(['x']);
    expect(errorMessages(undefined)).toEqual([]);
});

test.each([
    [[{ message: "Validation error: Cannot query field 'x' on type 'Task'" }], labels.notInstalled],
    [{ body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'insufficient access rights' }] }, labels.noAccess],
    [
        { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] },
        labels.gone
    ],
    [{ body: { message: 'UNABLE_TO_LOCK_ROW: unable to obtain exclusive access' } }, labels.busy],
    [{ body: { message: 'REQUEST_LIMIT_EXCEEDED' } }, labels.limit],
    [{ message: 'fetch failed: socket closed' }, labels.offline],
    [{ body: { message: 'Use one of these records? duplicates detected' } }, labels.duplicate],
    [{ body: { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not on Sundays' } }, labels.refused],
    [new Error('boom'), labels.unknown],
    [undefined, labels.unknown]
])('%j is explained with a remedy', (fault, sentence) => {
    const problem = explainError(fault);
    expect(problem.sentence).toBe(sentence);
    expect(problem.remedy).not.toBe('');
});
