/** An error of a refused save; `more` overrides what the platform leaves null. */
export function saveError(errorCode: string, message: string, more: Readonly<Record<string, unknown>> = {}) {
    return {
        constituentField: null,
        duplicateRecordError: null,
        errorCode,
        field: null,
        fieldLabel: null,
        message,
        ...more
    };
}

export const GENERAL_MESSAGE = 'An error occurred while trying to update the record. Please try again.';

/** A refused save, as the User Interface API answers it and Lightning Data Service hands it on. */
export function refusedSave(errors: readonly object[], fieldErrors: Readonly<Record<string, readonly object[]>> = {}) {
    return {
        ok: false,
        status: 400,
        statusText: 'Bad Request',
        body: {
            enhancedErrorType: 'RecordError',
            message: GENERAL_MESSAGE,
            statusCode: 400,
            output: { errors, fieldErrors }
        }
    };
}
