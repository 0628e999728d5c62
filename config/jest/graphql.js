/** The wire as a test drives it: `graphql.emit`, with the query's text kept so that it can be looked at. */
import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';
export const gql = (strings, ...values) => String.raw({ raw: strings }, ...values);
export class graphql extends createTestWireAdapter() {
    static emit(data, filter, refresh) {
        super.emit({ data, errors: undefined, ...(refresh ? { refresh } : {}) }, filter);
    }
    static emitErrors(errors, data, filter) {
        super.emit({ data, errors }, filter);
    }
}
