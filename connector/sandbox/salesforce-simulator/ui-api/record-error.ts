import { OrgError } from '../org-error.ts';
import type { SObject } from '../schema/types.ts';

/** A refused save as the UI API tells it: what is wrong with which field, and what is wrong with the record. */
export function recordError(error: OrgError, object: SObject, action: 'create' | 'update'): OrgError {
    const { message, errorCode, fields = [] } = error;
    const entries = fields.map((name) => {
        const fieldLabel = object.fields.find((field) => field.name === name)?.label ?? name;
        return [
            name,
            [{ constituentField: null, duplicateRecordError: null, errorCode, field: name, fieldLabel, message }]
        ] as const;
    });
    const whole =
        fields.length > 0
            ? []
            : [
                  {
                      constituentField: null,
                      duplicateRecordError: null,
                      errorCode,
                      field: null,
                      fieldLabel: null,
                      message
                  }
              ];
    return new OrgError(
        400,
        errorCode,
        `An error occurred while trying to ${action} the record. Please try again.`,
        undefined,
        {
            enhancedErrorType: 'RecordError',
            statusCode: 400,
            output: { errors: whole, fieldErrors: Object.fromEntries(entries) }
        }
    );
}
