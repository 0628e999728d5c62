/** The wire as a test drives it: `graphql.emit`, with the query's text kept so that it can be looked at. */
import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

/** What the platform's own stub can be asked. */
interface StubbedWire {
    new (): object;
    emit(data: unknown, filter?: unknown, refresh?: () => unknown): void;
}

export const gql = (strings, ...values) => String.raw({ raw: strings }, ...values);

export class graphql extends (createTestWireAdapter() as never as StubbedWire) {
    static emit(data, filter, refresh) {
        super.emit({ data, errors: undefined, ...(refresh ? { refresh } : {}) }, filter);
    }

    static emitErrors(errors, data, filter) {
        super.emit({ data, errors }, filter);
    }
}
